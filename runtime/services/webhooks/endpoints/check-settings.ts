import type { Context } from '../../../context/context.ts';
import { type FieldError, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { webhookProblems } from '../../../contract/webhooks/index.ts';
import type { Condition } from './conditions.ts';
import { unknownPatterns } from './event-patterns.ts';
import type { EndpointHeader } from './stored-endpoint.ts';

/** What the sender says itself, or what is of the connection and not of the request. */
const reserved = new Set([
  ...['host', 'content-type', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade'],
  ...['te', 'trailer', 'expect', 'proxy-authorization', 'proxy-connection', 'user-agent', 'traceparent'],
  ...['webhook-id', 'webhook-timestamp', 'webhook-signature', 'webhook-api-version'],
]);

function headerFaults(headers: readonly EndpointHeader[]): FieldError[] {
  const names = headers.map(({ name }) => name.toLowerCase());
  return names.flatMap((name, index) => {
    const pointer = `/headers/${index}/name`;
    if (reserved.has(name)) return [{ pointer, message: `"${name}" is set by the sender itself.` }];
    if (names.indexOf(name) < index) return [{ pointer, message: `"${name}" is listed twice.` }];
    return [];
  });
}

function conditionFaults(conditions: readonly Condition[]): FieldError[] {
  return conditions.flatMap(({ operator, values = [] }, index) => {
    const takesNone = operator === 'exists' || operator === 'missing';
    const pointer = `/conditions/${index}/values`;
    if (takesNone && values.length > 0)
      return [{ pointer, message: `must be left out: "${operator}" compares with nothing.` }];
    if (!takesNone && values.length === 0)
      return [{ pointer, message: `must have a value for "${operator}".` }];
    return [];
  });
}

function eventFaults(events: readonly string[], { contract }: Context): FieldError[] {
  const unknown = unknownPatterns(events, contract.events.keys());
  return unknown.map((pattern) => ({
    pointer: `/events/${events.indexOf(pattern)}`,
    message: `"${pattern}" fits no type of event; webhooks.eventTypes.list lists them.`,
  }));
}

interface Settings {
  readonly url?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly conditions?: readonly Condition[] | undefined;
  readonly headers?: readonly EndpointHeader[] | undefined;
}

/** @throws {Problem} `webhook_url_refused`, `invalid_input`. */
export function checkSettings(context: Context, { url, events, conditions, headers }: Settings): void {
  const errors = [
    ...eventFaults(events ?? [], context),
    ...conditionFaults(conditions ?? []),
    ...headerFaults(headers ?? []),
  ];
  const [first] = errors;
  if (first) {
    const detail = `${first.pointer} ${first.message}`;
    throw problem(problems.invalidInput, { detail, errors });
  }
  const refusal = url === undefined ? undefined : context.outgoing.refusalOf(url);
  if (refusal) throw problem(webhookProblems.webhookUrlRefused, { detail: refusal });
}

import type { StepsContext } from '../../../context/context.ts';
import type { WorkerHost } from '../../../context/service.ts';
import { traceparentOf } from '../../../context/traceparent.ts';
import { type OutgoingAnswer, OutgoingFailure, type WebhookPurpose } from '../../../outgoing/index.ts';
import type { Outcome } from '../deliveries/delivery-states.ts';
import { fractionOf, waitAfter } from '../deliveries/retry-schedule.ts';
import type { StoredDelivery } from '../deliveries/stored-delivery.ts';
import type { StoredMessage } from '../deliveries/stored-message.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';
import { judgeAnswer } from './judge-answer.ts';
import { contentTypes, renderBody } from './render-body.ts';
import { signatureHeaders } from './sign.ts';
import { SecretMissing, signingSecrets } from './signing-secrets.ts';
import { targetOf } from './target-of.ts';

export interface SendOptions {
  readonly host: Pick<WorkerHost, 'outgoing' | 'machineClock'>;
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal;
}

/** What stands in an attempt in the place of a header of the endpoint's own. */
const leftOut = '(left out)';

function headersOf(delivery: StoredDelivery, endpoint: StoredEndpoint): Record<string, string> {
  const { shape, traceId } = delivery;
  const traceparent = traceparentOf(traceId, spanOf(delivery));
  return {
    ...Object.fromEntries(endpoint.headers.map(({ name, value }) => [name.toLowerCase(), value])),
    'content-type': contentTypes[shape.format],
    'user-agent': 'HeadlessPro-Webhooks/1',
    'webhook-api-version': shape.apiVersion,
    ...(traceparent ? { traceparent } : {}),
  };
}

/** Names the attempt in the trace. */
function spanOf({ id, attemptCount }: StoredDelivery): string {
  const half = (seed: number) =>
    Math.floor(fractionOf(id, seed) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return half(2 * attemptCount) + half(2 * attemptCount + 1);
}

function purposeOf(
  { id, endpointId, attemptCount, eventId, eventType, subject }: StoredDelivery,
  { key }: StoredEndpoint,
): WebhookPurpose {
  return {
    ...{ kind: 'webhook', endpointId, endpointKey: key, deliveryId: id, attempt: attemptCount + 1 },
    ...{ eventId, eventType, subject },
  };
}

/** One try: signs, sends, and says what came of it. Undefined where the process was stopped meanwhile. */
export async function sendDelivery(
  context: StepsContext,
  delivery: StoredDelivery,
  message: StoredMessage,
  endpoint: StoredEndpoint,
  { host, timeoutMilliseconds, signal }: SendOptions,
): Promise<Outcome | undefined> {
  const { storeId, clock } = context;
  const began = performance.now();
  const at = clock.now().toISOString();
  let { url } = endpoint;
  let headers = headersOf(delivery, endpoint);
  const body = renderBody(message, delivery.shape, storeId);
  let outcome: OutgoingAnswer | OutgoingFailure;
  try {
    const target = await targetOf(context, endpoint, message);
    url = target.url;
    headers = { ...headers, ...target.headers };
    const secrets = await signingSecrets(context, endpoint);
    headers = { ...headers, ...signatureHeaders(message.id, host.machineClock.now(), body, secrets) };
    const { traceId } = delivery;
    outcome = await host.outgoing.send({
      ...{ storeId, traceId, purpose: purposeOf(delivery, endpoint), url, headers, body },
      ...{ timeoutMilliseconds, signal },
    });
  } catch (error) {
    if (error instanceof SecretMissing) outcome = new OutgoingFailure('refused', error.message);
    else if (error instanceof OutgoingFailure) outcome = error;
    else throw error;
  }
  if (outcome instanceof OutgoingFailure && outcome.reason === 'aborted') return undefined;
  const verdict = judgeAnswer(outcome, host.machineClock.now());
  const tries = delivery.tries + 1;
  const wait =
    verdict.kind === 'failed'
      ? waitAfter(tries, fractionOf(delivery.id, tries), verdict.wishedSeconds)
      : undefined;
  const retryAt = wait === undefined ? null : new Date(clock.now().getTime() + wait * 1000).toISOString();
  const own = new Set(['authorization', ...endpoint.headers.map(({ name }) => name.toLowerCase())]);
  const attempt = {
    number: delivery.attemptCount + 1,
    at,
    durationMilliseconds: Math.round(performance.now() - began),
    request: {
      url,
      headers: Object.entries(headers).map(([name, value]) => ({
        name,
        value: own.has(name) ? leftOut : value,
      })),
    },
    response: outcome instanceof OutgoingFailure ? null : { ...outcome, headers: [...outcome.headers] },
    error: verdict.kind === 'delivered' ? null : verdict.error,
    nextAttemptAt: retryAt,
  };
  if (verdict.kind === 'failed') return { kind: 'failed', attempt, retryAt };
  return { kind: verdict.kind, attempt };
}

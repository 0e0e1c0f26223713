import { Compile } from 'typebox/compile';
import type { Operation } from '../../runtime/contract/operation.ts';
import type { ProblemDefinition } from '../../runtime/contract/problem.ts';
import { problemSchema } from '../../runtime/gateway/documents/problem-schema.ts';
import { isPlainObject } from '../../runtime/gateway/json-schema.ts';
import { explainErrors } from '../../runtime/validation/index.ts';
import type { Answer } from './ask-server.ts';
import type { Finding } from './verdict.ts';

type Fault = Omit<Finding, 'check'>;

function fault(expected: string, came: string, pointer: string | null = null): Fault {
  return { expected, came, pointer };
}

/** A server may answer more than the contract knows: whoever reads it overlooks that, so it breaks nobody. */
function openly(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(openly);
  if (!isPlainObject(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([keyword, value]) => !(keyword === 'additionalProperties' && value === false),
  );
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, openly(value)]));
}

function valueAt(body: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, name) =>
        Array.isArray(value) ? value[Number(name)] : isPlainObject(value) ? value[name] : undefined,
      body,
    );
}

/** The kind of a value: what a report says of it, which may be read by people who must not see customers' data. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', object: 'an object', boolean: 'true or false' }[typeof value as string] ?? 'a number'
  );
}

const mostFaults = 5;

function bodyFaults(schema: object, body: unknown): readonly Fault[] {
  const open = openly(schema) as object; // an object schema stays one
  const validator = Compile(open as never); // JSON Schema as plain data, which TypeBox compiles too
  if (validator.Check(body)) return [];
  return explainErrors(open, body, validator.Errors(body))
    .slice(0, mostFaults)
    .map(({ pointer, message }) =>
      // The message may quote the value after a comma.
      fault(message.replace(/, not .*$/s, '.'), kindOf(valueAt(body, pointer)), pointer),
    );
}

function typeFaults({ headers }: Answer, type: string): readonly Fault[] {
  const came = (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  return came === type ? [] : [fault(`content-type ${type}`, came === '' ? 'none' : came)];
}

function shown({ status, body }: Answer): string {
  const code = isPlainObject(body) && typeof body.code === 'string' ? ` ${body.code}` : '';
  return `${status}${code}`;
}

/** A success, held to what the operation declares. */
export function holdSuccess(operation: Operation, answer: Answer): readonly Fault[] {
  const status = operation.status ?? 200;
  if (answer.status !== status) return [fault(`status ${status}`, shown(answer))];
  if (status === 204) return answer.text === '' ? [] : [fault('no body', 'a body')];
  if (operation.download) return typeFaults(answer, operation.download.contentType);
  if (answer.body === undefined) return [fault('JSON', 'something else')];
  const { body } = answer;
  const version = isPlainObject(body) ? body.version : undefined;
  const tag = answer.headers.get('etag');
  const isTagged = typeof version !== 'number' || tag === `"${version}"`;
  return [
    ...typeFaults(answer, 'application/json'),
    ...(isTagged ? [] : [fault(`etag "${version}"`, tag ?? 'none')]),
    ...bodyFaults(operation.output, body),
  ];
}

/** A refusal: one of these problems, in the shape that all have. */
export function holdProblem(allowed: readonly ProblemDefinition[], answer: Answer): readonly Fault[] {
  const { body } = answer;
  const code = isPlainObject(body) ? body.code : undefined;
  const definition = allowed.find((each) => each.code === code && each.status === answer.status);
  if (!definition) {
    const expected = allowed.map((each) => `${each.status} ${each.code}`).join(' or ');
    return [fault(expected, shown(answer))];
  }
  const details = isPlainObject(body) ? body.details : undefined;
  return [
    ...typeFaults(answer, 'application/problem+json'),
    ...bodyFaults(problemSchema, body),
    ...(definition.details && details !== undefined
      ? bodyFaults(definition.details, details).map((each) => ({
          ...each,
          pointer: `/details${each.pointer}`,
        }))
      : []),
  ];
}

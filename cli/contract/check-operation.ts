import type { Operation } from '../../runtime/contract/operation.ts';
import { problems } from '../../runtime/contract/problems.ts';
import { publishableScopes } from '../../runtime/contract/scope.ts';
import { isPlainObject } from '../../runtime/gateway/json-schema.ts';
import type { Answer, Server } from './ask-server.ts';
import { holdProblem, holdSuccess } from './hold-answer.ts';
import { idOfNothing, type KnownValues } from './known-values.ts';
import type { Finding } from './verdict.ts';

export interface Keys {
  readonly secret: string;
  readonly publishable: string | undefined;
}

export interface Checking {
  readonly server: Server;
  readonly keys: Keys;
  readonly known: KnownValues;
  /** Whether the store is one that may be written to. */
  readonly mayWrite: boolean;
}

export interface Tried {
  readonly checks: string[];
  readonly findings: Finding[];
}

type Faults = readonly Omit<Finding, 'check'>[];

/** No operation takes it, so that what is sent with it is refused, and changes nothing. */
const strangeName = 'notInTheContract';

function note(tried: Tried, check: string, faults: Faults): void {
  tried.checks.push(check);
  tried.findings.push(...faults.map((fault) => ({ check, ...fault })));
}

function pathNames({ http }: Operation): readonly string[] {
  return [...http.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function pathOfNothing(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(pathNames(operation).map((name) => [name, idOfNothing(operation, name)]));
}

function strangeFaults(answer: Answer): Faults {
  const faults = holdProblem([problems.invalidInput], answer);
  if (faults.length > 0) return faults;
  const errors = isPlainObject(answer.body) && Array.isArray(answer.body.errors) ? answer.body.errors : [];
  const isNamed = errors.some((error) => isPlainObject(error) && error.pointer === `/${strangeName}`);
  return isNamed ? [] : [{ expected: `an error at /${strangeName}`, came: 'none', pointer: '/errors' }];
}

/** What an operation refuses, whoever asks: nothing of it can change the store. */
export async function checkRefusals(operation: Operation, checking: Checking, tried: Tried): Promise<void> {
  const { server, keys } = checking;
  const strange = { ...pathOfNothing(operation), [strangeName]: true };
  const withoutKey = await server.call(operation, strange, null);
  note(tried, 'no key', holdProblem([problems.unauthenticated], withoutKey));
  const isSecret = operation.scopes.some((scope) => !publishableScopes.includes(scope));
  if (isSecret && keys.publishable !== undefined) {
    const answer = await server.call(operation, strange, keys.publishable);
    note(tried, 'publishable key', holdProblem([problems.forbidden], answer));
  }
  if (operation.upload) return;
  note(tried, 'unknown input', strangeFaults(await server.call(operation, strange, keys.secret)));
  const missing = operation.errors.filter(({ status }) => status === 404);
  if (missing.length === 0 || pathNames(operation).length === 0 || needsCustomer(operation)) return;
  const sample = checking.known.sampleFor(operation);
  const rest = 'input' in sample ? sample.input : {};
  // Without what it requires it would be refused for that, before anything is looked for.
  const required = (operation.input as { readonly required?: readonly string[] }).required ?? [];
  const nothing = { ...rest, ...pathOfNothing(operation) };
  if (required.some((name) => !(name in nothing))) return;
  note(tried, 'unknown id', holdProblem(missing, await server.call(operation, nothing, keys.secret)));
}

export function needsCustomer(operation: Operation): boolean {
  return operation.errors.some(({ code }) => code === 'sign_in_needed');
}

/** The answer itself. Says why where there is none to hold to the contract. */
export async function checkAnswer(
  operation: Operation,
  { server, keys, known, mayWrite }: Checking,
  tried: Tried,
): Promise<string | null> {
  if (operation.upload) return 'it takes a file';
  if (operation.effect !== 'read' && !mayWrite) return 'it writes (--write)';
  if (needsCustomer(operation)) return 'it needs a customer who is signed in';
  const sample = known.sampleFor(operation);
  if ('missing' in sample) return `nothing is known for its "${sample.missing}"`;
  let { input } = sample;
  let answer = await server.call(operation, input, keys.secret);
  if (holdProblem([problems.invalidFilter], answer).length === 0) {
    input = known.filterFor(operation) ?? input;
    answer = await server.call(operation, input, keys.secret);
  }
  const needsFilter = operation.errors.some(({ code }) => code === problems.invalidFilter.code);
  const isFree = operation.effect === 'read' && Object.keys(input).length === 0 && !needsFilter;
  if (answer.status >= 400 && !isFree) {
    const faults = holdProblem([...operation.errors, problems.invalidInput], answer);
    note(tried, 'refusal', faults);
    const code = isPlainObject(answer.body) ? answer.body.code : undefined;
    return `it was refused with ${code}, which the contract allows`;
  }
  const faults = holdSuccess(operation, answer);
  note(tried, 'answer', faults);
  if (faults.length === 0) known.learn(answer.body);
  if (faults.length === 0 && operation.errors.some(({ code }) => code === 'invalid_cursor'))
    await checkPages(operation, input, { server, keys }, tried);
  return null;
}

function pageOf({ body }: Answer): { readonly items: readonly unknown[]; readonly next: unknown } {
  const { data, page } = isPlainObject(body) ? body : {};
  return { items: Array.isArray(data) ? data : [], next: isPlainObject(page) ? page.next : undefined };
}

/** A list: pages follow each other without repeating, and a cursor that is none is refused. */
async function checkPages(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  { server, keys }: Pick<Checking, 'server' | 'keys'>,
  tried: Tried,
): Promise<void> {
  const { after, pageSize } = operation.input.properties;
  if (!after || !pageSize) return;
  const ask = (more: object) => server.call(operation, { ...input, ...more }, keys.secret);
  const refused = await ask({ after: 'no-cursor' });
  note(tried, 'unknown cursor', holdProblem([problems.invalidCursor], refused));
  const answer = await ask({ pageSize: 1 });
  const { items, next } = pageOf(answer);
  const faults = [...holdSuccess(operation, answer)];
  if (items.length > 1) faults.push({ expected: 'one item', came: `${items.length}`, pointer: '/data' });
  if (typeof next === 'string') {
    const second = await ask({ pageSize: 1, after: next });
    faults.push(...holdSuccess(operation, second));
    if (JSON.stringify(pageOf(second).items) === JSON.stringify(items))
      faults.push({ expected: 'the next item', came: 'the first again', pointer: '/data' });
  }
  note(tried, 'pages', faults);
}

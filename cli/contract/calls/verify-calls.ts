import { resolve } from 'node:path';
import { isPlainObject } from '../../../runtime/gateway/json-schema.ts';
import { pointerNames } from '../../../runtime/validation/index.ts';
import { refused } from '../../cli-error.ts';
import type { CommandContext } from '../../context.ts';
import { type Answer, askServer, type Server } from '../ask-server.ts';
import type { Keys } from '../check-operation.ts';
import { type Store, sandboxOf, storeOf } from '../store-of.ts';
import { countsOf, type Finding, type OperationReport, type Verified } from '../verdict.ts';
import { writeJunit } from '../write-junit.ts';
import { compareShapes } from './compare-shapes.ts';
import { type FilledCall, filledCall } from './filled-call.ts';
import { graphqlQuery } from './graphql-query.ts';
import { type OfferedApi, offeredApi } from './offered-api.ts';
import { type KnownCall, readCalls } from './read-calls.ts';
import { problemOf } from './recorded-calls.ts';
import { promisedShape } from './schema-shape.ts';
import { shapeOf } from './shape.ts';

export interface VerifyCallsFlags {
  readonly calls: string;
  readonly against: string | undefined;
  readonly junit: string | undefined;
}

interface Repeating {
  readonly server: Server;
  readonly keys: Keys;
  readonly api: OfferedApi;
  /** Whether the store is a sandbox, that goes with the command. */
  readonly mayWrite: boolean;
  /** What the answers of this run gave, and which call of the file gives what. */
  readonly values: Map<string, string>;
  readonly givers: ReadonlyMap<string, string>;
}

type Judged = Pick<OperationReport, 'checks' | 'findings' | 'why'>;

const skipped = (why: string): Judged => ({ checks: [], findings: [], why });

/** What was done elsewhere in between is not repeated: a payment page, a mail that was read, time that went by. */
const waitsForOthers = new Set([402, 409]);

function statusText(status: number, problem: string | undefined): string {
  return problem === undefined ? `${status}` : `${status} ${problem}`;
}

function valueAt(body: unknown, pointer: string): unknown {
  return pointerNames(pointer).reduce<unknown>(
    (value, name) =>
      Array.isArray(value) ? value[Number(name)] : isPlainObject(value) ? value[name] : undefined,
    body,
  );
}

function keyOf(call: KnownCall['call'], keys: Keys): string | undefined {
  if (call.key === 'none') return undefined;
  return call.key === 'secret' ? keys.secret : keys.publishable;
}

function send(call: KnownCall['call'], filled: FilledCall, { server, keys }: Repeating): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json', ...filled.headers });
  const key = keyOf(call, keys);
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
  if (filled.method !== 'GET') headers.set('idempotency-key', crypto.randomUUID());
  if (filled.body !== undefined) headers.set('content-type', 'application/json');
  const body = filled.body === undefined ? {} : { body: JSON.stringify(filled.body) };
  const path = filled.query === '' ? filled.path : `${filled.path}?${filled.query}`;
  return server.send(path, { method: filled.method, headers, ...body });
}

/** What the newer contract no longer promises, whether or not this answer shows it. */
async function contractFindings(
  { call, answer }: KnownCall,
  filled: FilledCall,
  api: OfferedApi,
): Promise<readonly Finding[]> {
  const schema = await api.answerSchema(filled, call.status);
  if (!answer || !schema) return [];
  return compareShapes(answer, promisedShape(answer, schema)).map((each) => ({ check: 'contract', ...each }));
}

async function missingFindings(
  filled: FilledCall,
  call: KnownCall['call'],
  api: OfferedApi,
): Promise<readonly Finding[]> {
  const query = filled.path === '/graphql' ? graphqlQuery(filled.body) : undefined;
  if (query !== undefined) {
    if (call.problem !== undefined) return []; // it was refused then, too
    const refusals = await api.refusals(query);
    return refusals.map((came) => ({ check: 'document', expected: 'to be answered', came, pointer: null }));
  }
  if (api.route(filled.method, filled.path) || call.operation === 'unknown') return [];
  return [
    { check: 'route', expected: call.request, came: 'nothing: the server does not offer it', pointer: null },
  ];
}

async function judged(known: KnownCall, filled: FilledCall, repeating: Repeating): Promise<Judged> {
  const { call, answer: was } = known;
  const { api, values, givers, mayWrite } = repeating;
  if (filled.needsSecret)
    return skipped('it was sent a secret that no answer gave, and that is not recorded');
  const missing = filled.missing.map((name) => `{${name}}, which ${givers.get(name)} gives`);
  const gone = await missingFindings(filled, call, api);
  if (gone.length > 0) return { checks: ['contract'], findings: gone, why: null };
  if (missing.length > 0) return skipped(`nothing is known for ${missing.join(' and ')}`);
  const isWrite = api.isWrite(filled);
  if (isWrite && !mayWrite) return skipped('it writes, which is done in a sandbox of an emulator alone');
  const answer = await send(call, filled, repeating);
  const problem = problemOf(answer.status, answer.body);
  for (const [name, pointer] of Object.entries(call.gives ?? {})) {
    const value = valueAt(answer.body, pointer);
    if (typeof value === 'string') values.set(name, value);
  }
  if (answer.status !== call.status || problem !== call.problem) {
    const came = statusText(answer.status, problem);
    if (isWrite && call.status < 400 && waitsForOthers.has(answer.status))
      return skipped(`it was refused with ${came}: what was done outside of the API is not repeated`);
    const expected = statusText(call.status, call.problem);
    return { checks: ['status'], findings: [{ check: 'status', expected, came, pointer: null }], why: null };
  }
  const seen = was
    ? compareShapes(was, shapeOf(answer.body)).map((each) => ({ check: 'answer', ...each }))
    : [];
  const promised = await contractFindings(known, filled, api);
  const places = new Set(seen.map(({ pointer }) => pointer));
  return {
    checks: ['status', ...(was ? ['answer', 'contract'] : [])],
    findings: [...seen, ...promised.filter(({ pointer }) => !places.has(pointer))],
    why: null,
  };
}

async function repeated(calls: readonly KnownCall[], repeating: Repeating): Promise<OperationReport[]> {
  const named = new Set(repeating.givers.keys());
  const reports: OperationReport[] = [];
  for (const [index, known] of calls.entries()) {
    const startedAt = performance.now();
    const filled = filledCall(known.call, repeating.values, named, Date.now());
    const result = await judged(known, filled, repeating);
    reports.push({
      ...{ operation: known.call.operation, http: known.call.request, call: index + 1, ...result },
      verdict: result.findings.length > 0 ? 'failed' : result.why === null ? 'passed' : 'skipped',
      milliseconds: Math.round(performance.now() - startedAt),
    });
  }
  return reports;
}

function mustHaveKey(calls: readonly KnownCall[], { url, keys }: Store): void {
  if (keys.publishable !== undefined || !calls.some(({ call }) => call.key === 'publishable')) return;
  throw refused(
    'no_publishable_key',
    `The calls were made with a publishable key, and none is known for ${url}.`,
    {
      fix: 'Put the publishable key of that store (hp_pk_…) into HEADLESSPRO_PUBLISHABLE_KEY.',
    },
  );
}

/** Makes the calls that a storefront made again, in their order, and says what it can no longer rely on. */
export async function verifyCalls(flags: VerifyCallsFlags, context: CommandContext): Promise<Verified> {
  const calls = readCalls(flags.calls, context.directory);
  const meant = await storeOf(flags.against, context);
  mustHaveKey(calls, meant);
  const server = askServer(meant.url, context.signal);
  const api = await offeredApi(server, meant.keys.secret);
  const sandbox = await sandboxOf(meant, context);
  const givers = calls.flatMap(({ call }, index) =>
    Object.keys(call.gives ?? {}).map((name) => [name, `call ${index + 1}`] as const),
  );
  const operations = await repeated(calls, {
    ...{ server, api, keys: (sandbox ?? meant).keys, mayWrite: sandbox !== undefined },
    ...{ values: new Map(), givers: new Map(givers) },
  });
  const verified: Verified = {
    ...{ url: meant.url, isWritten: sandbox !== undefined, operations, unknown: [] },
    counts: countsOf(operations),
  };
  if (flags.junit !== undefined) writeJunit(resolve(context.directory, flags.junit), verified);
  return verified;
}

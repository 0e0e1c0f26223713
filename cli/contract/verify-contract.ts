import { resolve } from 'node:path';
import type { Contract } from '../../runtime/contract/contract.ts';
import type { Operation } from '../../runtime/contract/operation.ts';
import { refused, usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askServer } from './ask-server.ts';
import { type Checking, checkAnswer, checkRefusals, type Tried } from './check-operation.ts';
import { contractOfServer, offeredBy } from './contract-of-server.ts';
import { KnownValues } from './known-values.ts';
import { type Store, sandboxOf, storeOf } from './store-of.ts';
import { countsOf, type OperationReport, type Verified } from './verdict.ts';
import { writeJunit } from './write-junit.ts';

export interface VerifyFlags {
  readonly against: string | undefined;
  readonly write: boolean;
  readonly junit: string | undefined;
  /** What the ids of the operations begin with: `catalog.products`. */
  readonly only?: string | undefined;
}

/** Lists and what makes things come first, by whose answers there is something to read and to change. */
function turnOf({ effect, http, input }: Operation): number {
  if (effect === 'read') return (input as { readonly required?: readonly string[] }).required?.length ? 2 : 0;
  if (http.startsWith('DELETE')) return 4;
  return http.includes('{') ? 3 : 1;
}

async function reportOf(operation: Operation, checking: Checking): Promise<OperationReport> {
  const startedAt = performance.now();
  const tried: Tried = { checks: [], findings: [] };
  await checkRefusals(operation, checking, tried);
  const why = await checkAnswer(operation, checking, tried);
  const { checks, findings } = tried;
  return {
    ...{ operation: operation.id, http: operation.http, checks, findings, why },
    verdict: findings.length > 0 ? 'failed' : why === null ? 'passed' : 'skipped',
    milliseconds: Math.round(performance.now() - startedAt),
  };
}

function notServed(operation: Operation, route: string | undefined): OperationReport | undefined {
  if (route === operation.http) return undefined;
  const common = { operation: operation.id, http: operation.http, milliseconds: 0 };
  if (route === undefined)
    return { ...common, verdict: 'absent', checks: [], findings: [], why: 'the server does not offer it' };
  const finding = { check: 'route', expected: operation.http, came: route, pointer: null };
  return { ...common, verdict: 'failed', checks: ['route'], findings: [finding], why: null };
}

function chosen(contract: Contract, only: string | undefined): readonly Operation[] {
  const all = [...contract.operations.values()];
  if (only === undefined) return all;
  const meant = all.filter(({ id }) => id === only || id.startsWith(`${only}.`));
  if (meant.length > 0) return meant;
  const services = [...new Set(all.map(({ id }) => id.split('.')[0]))].join(', ');
  throw usage('unknown_operation', `No operation of the contract begins with ${only}.`, {
    fix: `Name a service (${services}), or more of an operation's id: catalog.products.`,
  });
}

async function verify(
  all: readonly Operation[],
  offered: ReadonlyMap<string, string>,
  checking: Checking,
): Promise<readonly OperationReport[]> {
  const reports = new Map<string, OperationReport>();
  for (const operation of all.toSorted((one, other) => turnOf(one) - turnOf(other))) {
    const report = notServed(operation, offered.get(operation.id)) ?? (await reportOf(operation, checking));
    reports.set(operation.id, report);
  }
  // In the order of the contract, whatever the order in which they were asked.
  return all.flatMap(({ id }) => reports.get(id) ?? []);
}

function noEmulator({ url }: Store): never {
  throw refused(
    'no_emulator',
    `${url} is no emulator: --write makes a sandbox, which only an emulator can.`,
    {
      fix: 'Leave --write out: what writes is then held to its refusals alone.',
    },
  );
}

/** Holds a running server to this version's contract, operation by operation. */
export async function verifyContract(flags: VerifyFlags, context: CommandContext): Promise<Verified> {
  const meant = await storeOf(flags.against, context);
  const offered = await offeredBy(askServer(meant.url, context.signal), meant.keys.secret);
  const { url, keys } = flags.write ? ((await sandboxOf(meant, context)) ?? noEmulator(meant)) : meant;
  const server = askServer(url, context.signal);
  const contract = await contractOfServer(server, keys.secret);
  const known = new KnownValues();
  const checking = { server, keys, known, mayWrite: flags.write };
  const operations = await verify(chosen(contract, flags.only), offered, checking);
  const verified: Verified = {
    ...{ url: meant.url, isWritten: flags.write, operations, counts: countsOf(operations) },
    unknown: [...offered.keys()].filter((id) => !contract.operations.has(id)),
  };
  if (flags.junit !== undefined) writeJunit(resolve(context.directory, flags.junit), verified);
  return verified;
}

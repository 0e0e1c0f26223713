import type { Fault, FaultKind } from '../../emulator/faults/index.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';

/** `rate-limit`: as it is typed. */
export function typedKind(kind: FaultKind): string {
  return kind.replaceAll('_', '-');
}

function kindText(fault: Fault): string {
  const { kind, delayMilliseconds, code, status, retryAfterSeconds, copies } = fault;
  const details: Partial<Record<FaultKind, string>> = {
    latency: `${delayMilliseconds} ms`,
    error: code ?? String(status),
    rate_limit: `for ${retryAfterSeconds} s`,
    repeat: `× ${copies}`,
  };
  return [typedKind(kind), details[kind]].filter((part) => part !== undefined).join(' ');
}

function targetText({ operation, provider, route, endpoint }: Fault): string {
  if (operation !== null) return operation === '*' ? 'every operation' : operation;
  if (provider !== null) return [provider, route].filter((part) => part !== null).join(' ');
  return endpoint === '*' ? 'every endpoint' : `endpoint ${endpoint}`;
}

function chanceText({ probability, skip, seed, when, kind }: Fault): string {
  const parts = [
    probability === 1 ? 'each call' : `${Math.round(probability * 1000) / 10} % of calls, seed ${seed}`,
    ...(skip > 0 ? [`after ${skip}`] : []),
    ...(when === 'after' && kind !== 'malformed' ? ['once the work is done'] : []),
  ];
  return parts.join(', ');
}

/** `2 of 3`: how often it struck, of how often it may. */
function struckText({ struck, times, calls }: Fault): string {
  const most = times === null ? '' : ` of ${times}`;
  return `${struck}${most}${calls === struck ? '' : `, in ${calls} calls`}`;
}

export function printFaults(faults: readonly Fault[], terminal: Terminal): void {
  const head = ['id', 'what', 'where', 'when', 'struck'];
  const isAnyOfScenario = faults.some(({ scenario }) => scenario !== null);
  const rows = faults.map((fault) => [
    ...[fault.id, kindText(fault), targetText(fault), chanceText(fault), struckText(fault)],
    ...(isAnyOfScenario ? [fault.scenario ?? ''] : []),
  ]);
  terminal.result(table(terminal, isAnyOfScenario ? [...head, 'scenario'] : head, rows));
}

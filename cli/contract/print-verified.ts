import { table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { findingText } from './finding-text.ts';
import type { OperationReport, Verdict, Verified } from './verdict.ts';

const verdicts: readonly Verdict[] = ['passed', 'failed', 'skipped', 'absent'];

/** What tells one call of an operation from another. */
function placeOf({ call }: OperationReport): string {
  return call === undefined ? '' : `  call ${call}`;
}

function serviceOf({ operation }: OperationReport): string {
  return operation.split('.')[0] ?? operation;
}

/** A line a service, then each operation that is not as it should be; with `all`, each operation. */
export function printVerified({ operations, unknown }: Verified, all: boolean, terminal: Terminal): void {
  const { paint } = terminal;
  const services = [...new Set(operations.map(serviceOf))];
  const rows = services.map((service) => {
    const own = operations.filter((each) => serviceOf(each) === service);
    const counts = verdicts.map((verdict) => own.filter((each) => each.verdict === verdict).length);
    const isBad = own.some(({ verdict }) => verdict === 'failed');
    return [isBad ? paint.red('✖') : paint.green('✔'), service, ...counts.map(String)];
  });
  terminal.result(table(terminal, ['', 'service', ...verdicts], rows));
  for (const each of operations) {
    if (each.verdict === 'failed') {
      terminal.result(`\n${paint.red('✖')} ${each.operation}  ${paint.dim(`${each.http}${placeOf(each)}`)}`);
      for (const finding of each.findings) terminal.result(`  ${findingText(finding)}`);
    } else if (all || each.verdict === 'absent') {
      const why = each.why === null ? each.checks.join(', ') : each.why;
      terminal.result(`${each.verdict.padEnd(8)}${each.operation}  ${paint.dim(`${why}${placeOf(each)}`)}`);
    }
  }
  if (unknown.length > 0)
    terminal.note(`Not of this version's contract, and not looked at: ${unknown.join(', ')}`);
}

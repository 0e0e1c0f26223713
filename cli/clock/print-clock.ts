import type { ClockMove, ClockReading } from '../../emulator/clock/index.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';

const units: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** The two largest units that are not zero: `3 days 2 hours`. */
function spanText(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.abs(seconds);
  for (const [name, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return parts.slice(0, 2).join(' ') || 'less than a second';
}

export function clockLine({ now, mode, aheadSeconds }: ClockReading): string {
  if (mode === 'real') return `${now}  the time of this machine`;
  const apart = `${spanText(aheadSeconds)} ${aheadSeconds < 0 ? 'behind' : 'ahead of'} this machine`;
  return mode === 'frozen' ? `${now}  frozen, ${apart}` : `${now}  ${apart}`;
}

export function printClock(clock: ClockReading, terminal: Terminal): void {
  terminal.result(clockLine(clock));
}

/** What happened on the way, and where the clock is now. */
export function printMove({ from, clock, stops, events, work }: ClockMove, terminal: Terminal): void {
  const { paint } = terminal;
  terminal.result(`${paint.green('✔')} ${clockLine(clock)}`);
  terminal.result(paint.dim(`  from ${from}, in ${stops} ${stops === 1 ? 'step' : 'steps'}`));
  const happened = Object.entries(events);
  const simulated = Object.entries(work).filter(([name]) => !name.includes('.'));
  const rows = [
    ...happened.map(([type, count]) => [type, String(count)]),
    ...simulated.map(([name, count]) => [`${name} by itself`, String(count)]),
  ];
  if (rows.length === 0) terminal.result(paint.dim('  Nothing came due.'));
  else
    terminal.result(
      table(
        terminal,
        ['  what happened', 'times'],
        rows.map(([name = '', count = '']) => [`  ${name}`, count]),
      ),
    );
}

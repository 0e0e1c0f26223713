import Table from 'cli-table3';
import type { Terminal } from './terminal.ts';

/** Columns without borders, which can be cut and grepped. */
export function table(
  terminal: Terminal,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const empty = '';
  const grid = new Table({
    head: head.map((title) => terminal.paint.dim(title)),
    chars: {
      top: empty,
      'top-mid': empty,
      'top-left': empty,
      'top-right': empty,
      bottom: empty,
      'bottom-mid': empty,
      'bottom-left': empty,
      'bottom-right': empty,
      left: empty,
      'left-mid': empty,
      mid: empty,
      'mid-mid': empty,
      right: empty,
      'right-mid': empty,
      middle: '  ',
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) grid.push([...row]);
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

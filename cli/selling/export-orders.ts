import { ordersAsCsv } from '../../runtime/transfer/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { createProgress, type Terminal } from '../output/index.ts';
import { targetFile, writeAll, writeFile } from '../transfer/write-file.ts';
import { type OrderFilter, orderPages } from './list-orders.ts';
import { openSelling } from './open-selling.ts';
import { allOf } from './pages.ts';

export interface ExportOrdersFlags extends OrderFilter {
  /** `-` for stdout. */
  readonly file: string;
  readonly force: boolean;
}

export interface ExportedOrders {
  readonly store: string;
  /** Null for stdout. */
  readonly file: string | null;
  readonly orders: number;
}

/** Writes orders as CSV, a page at a time. The file is its user's alone: names and addresses stand in it. */
export async function exportOrders(
  { file, force, ...filter }: ExportOrdersFlags,
  context: CommandContext,
): Promise<ExportedOrders> {
  const { terminal, directory, signal } = context;
  const isStdout = file === '-';
  if (isStdout && terminal.json) {
    throw usage('conflicting_flags', 'The orders and --json can not both go to stdout.', {
      fix: 'Name a file, or leave out --json.',
    });
  }
  const target = isStdout ? null : targetFile(file, directory, force);
  const selling = await openSelling(filter.to, context);
  const progress = createProgress(terminal);
  let orders = 0;
  const pieces = ordersAsCsv(allOf(orderPages(selling, filter)), () => {
    orders += 1;
    progress.update(undefined, `${orders.toLocaleString('en')} orders written`);
  });
  try {
    if (target === null) await writeAll(pieces, process.stdout, signal);
    else await writeFile(pieces, target, signal, 0o600);
  } catch (error) {
    // `| head` has read enough.
    if (!(target === null && error instanceof Error && 'code' in error && error.code === 'EPIPE'))
      throw error;
  } finally {
    progress.end();
  }
  return { store: selling.name, file: target, orders };
}

export function printExported({ orders, file }: ExportedOrders, { paint, note, result }: Terminal): void {
  const text = `${paint.green('✔')} ${orders.toLocaleString('en')} ${orders === 1 ? 'order' : 'orders'} written`;
  if (file === null) note(text);
  else result(`${text}\n  ${file}`);
}

import { stringify } from 'csv-stringify/sync';
import type { Static } from 'typebox';
import type { Order } from '../../contract/orders/index.ts';
import { listAll, type TransferClient } from '../transfer-client.ts';
import { type OrderColumn, orderColumns } from './order-columns.ts';
import { safeCell } from './safe-cell.ts';

export interface OrderExportOptions {
  readonly client: TransferClient;
  /** The filters of `orders.orders.list`: states, channel, customer, tag, dates. */
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly onOrder?: () => void;
}

const pageSize = 100;

function csv(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((row) => row.map(safeCell)),
    { record_delimiter: 'windows' },
  );
}

function rowsOf(order: Static<typeof Order>): string[][] {
  return order.lines.map((line, index) =>
    orderColumns.map(({ value }: OrderColumn) => String(value(order, line, index) ?? '')),
  );
}

/**
 * Orders as CSV (RFC 4180), newest first, a row a line, in the columns that the field's tools read. An order's own
 * figures stand in its first row alone, so that a column adds up. Piece by piece: a page of orders is in memory at a
 * time, however many there are.
 */
export async function* exportOrders(options: OrderExportOptions): AsyncGenerator<string> {
  const { client, filter = {}, onOrder = () => undefined } = options;
  yield csv([orderColumns.map(({ name }) => name)]);
  for await (const order of listAll<Static<typeof Order>>(client, 'orders.orders.list', {
    ...filter,
    pageSize,
  })) {
    yield csv(rowsOf(order));
    onOrder();
  }
}

import { stringify } from 'csv-stringify/sync';
import type { Static } from 'typebox';
import type { Order } from '../../contract/orders/index.ts';
import { type OrderColumn, orderColumns } from './order-columns.ts';
import { safeCell } from './safe-cell.ts';

type ExportedOrder = Static<typeof Order>;

function csv(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((row) => row.map(safeCell)),
    { record_delimiter: 'windows' },
  );
}

function rowsOf(order: ExportedOrder): string[][] {
  return order.lines.map((line, index) =>
    orderColumns.map(({ value }: OrderColumn) => String(value(order, line, index) ?? '')),
  );
}

/**
 * Orders as CSV (RFC 4180), a row a line, in the columns that the field's tools read. An order's own figures stand in
 * its first row alone, so that a column adds up. Piece by piece, as the orders come, however many there are.
 */
export async function* ordersAsCsv(
  orders: AsyncIterable<ExportedOrder>,
  onOrder: () => void = () => undefined,
): AsyncGenerator<string> {
  yield csv([orderColumns.map(({ name }) => name)]);
  for await (const order of orders) {
    yield csv(rowsOf(order));
    onOrder();
  }
}

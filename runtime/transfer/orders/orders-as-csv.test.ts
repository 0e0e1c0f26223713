import { parse } from 'csv-parse/sync';
import { expect, it, test } from 'vitest';
import { givenOrder } from '../../../tests/fixtures/order.ts';
import { ordersAsCsv } from './orders-as-csv.ts';
import { safeCell } from './safe-cell.ts';

const at = '2026-03-01T09:00:00.000Z';

const evil = givenOrder(1, at, {
  lines: [
    { quantity: 2, price: 4990 },
    { product: 2, quantity: 1, price: 500 },
  ],
  changes: { note: '=HYPERLINK("http://evil")' },
});
const yen = givenOrder(2, at, { lines: [{ quantity: 1, price: 1500 }], currency: 'JPY' });

async function* inTurn(...orders: readonly (typeof evil)[]) {
  yield* orders;
}

it('writes a row a line, an order’s figures once, amounts with the digits of the currency', async () => {
  let text = '';
  for await (const piece of ordersAsCsv(inTurn(evil, yen))) text += piece;
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(
    rows.map((row) => [row.Name, row.Total, row['Lineitem price'], row['Lineitem quantity'], row.Currency]),
  ).toEqual([
    ['#1001', '104.80', '49.90', '2', 'EUR'],
    ['#1001', '', '5.00', '1', 'EUR'],
    ['#1002', '1500', '1500', '1', 'JPY'],
  ]);
  expect(rows[0]).toMatchObject({ 'Shipping City': 'Berlin', Notes: `'=HYPERLINK("http://evil")` });
});

it('asks for an order when the one before has been written', async () => {
  let asked = 0;
  async function* counted() {
    for (const order of [evil, yen]) {
      asked += 1;
      yield order;
    }
  }
  const pieces = ordersAsCsv(counted());
  await pieces.next();
  await pieces.next();
  expect(asked).toBe(1);
  await pieces.return(undefined);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['-12.50', '-12.50'],
  ['Ada = Lovelace', 'Ada = Lovelace'],
])('a cell %j becomes %j', (text, safe) => {
  expect(safeCell(text)).toBe(safe);
});

import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import type { FieldError } from '../../../contract/problem.ts';

export type OrderInput = InputOf<OrderOperations['orders.orders.create']>;
type Placed = Pick<OrderInput, 'lines' | 'discounts' | 'totals' | 'currency'>;
type Taxed = Placed['totals']['total'];

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

function taxedFaults(pointer: string, { net, tax, gross }: Taxed): FieldError[] {
  return net.amount + tax.amount === gross.amount
    ? []
    : [{ pointer, message: `${net.amount} + ${tax.amount} is not ${gross.amount}.` }];
}

function must(pointer: string, actual: number, expected: number): FieldError[] {
  return actual === expected ? [] : [{ pointer, message: `is ${actual}, and must be ${expected}.` }];
}

function lineFaults(line: Placed['lines'][number], index: number): FieldError[] {
  const pointer = `/lines/${index}`;
  if (line.unitPrice === null) return [{ pointer: `${pointer}/unitPrice`, message: 'is needed.' }];
  return [
    ...must(`${pointer}/subtotal/amount`, line.subtotal.amount, line.unitPrice.amount * line.quantity),
    ...taxedFaults(`${pointer}/total`, line.total),
  ];
}

function currenciesIn(value: unknown, pointer: string, currency: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${pointer}/${name}`;
    if (name !== 'currency' || typeof inner !== 'string') return currenciesIn(inner, at, currency);
    return inner === currency ? [] : [{ pointer: at, message: `must be ${currency}.` }];
  });
}

/** Everything in which the figures of an order don't add up. */
export function figureFaults({ lines, discounts, totals, currency }: Placed): FieldError[] {
  const ids = lines.map(({ id }) => id);
  const linesOf = (part: 'net' | 'tax' | 'gross') => sumOf(lines.map(({ total }) => total[part].amount));
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [{ pointer: `/lines/${index}/id`, message: 'is given twice.' }] : [],
    ),
    ...lines.flatMap(lineFaults),
    ...discounts.flatMap(({ target, amount, allocations }, index) =>
      target === 'shipping'
        ? []
        : must(
            `/discounts/${index}/amount/amount`,
            amount.amount,
            sumOf(allocations.map((allocation) => allocation.amount.amount)),
          ),
    ),
    ...must(
      '/totals/subtotal/amount',
      totals.subtotal.amount,
      sumOf(lines.map((line) => line.subtotal.amount)),
    ),
    ...(['net', 'tax', 'gross'] as const).flatMap((part) => [
      ...must(`/totals/lines/${part}/amount`, totals.lines[part].amount, linesOf(part)),
      ...must(
        `/totals/total/${part}/amount`,
        totals.total[part].amount,
        totals.lines[part].amount + totals.shipping[part].amount,
      ),
    ]),
    ...taxedFaults('/totals/shipping', totals.shipping),
    ...currenciesIn(
      { lines: lines.map(({ total, subtotal, unitPrice }) => ({ total, subtotal, unitPrice })), totals },
      '',
      currency,
    ),
  ];
}

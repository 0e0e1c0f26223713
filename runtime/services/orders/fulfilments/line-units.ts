import { orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { OrderLine } from '../orders/stored-order.ts';

export interface WantedUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** Units that are neither cancelled nor in a fulfilment. */
export function openUnits(line: OrderLine): number {
  return line.quantity - line.cancelledQuantity - line.plannedQuantity - line.fulfilledQuantity;
}

/** Units that the customer has, as far as is known, and that are not coming back. */
export function returnableUnits(line: OrderLine): number {
  return line.fulfilledQuantity - line.returningQuantity - line.returnedQuantity;
}

/**
 * Units by line, of lines that the order has, no more than `available` says of each. A line that is named twice counts
 * together.
 * @throws {Problem} `not_found` or `order_units`.
 */
export function checkedUnits(
  lines: readonly OrderLine[],
  wanted: readonly WantedUnits[],
  available: (line: OrderLine) => number,
  what: string,
): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of wanted) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  for (const [lineId, requested] of units) {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) throw problem(problems.notFound, { detail: `The order has no line ${lineId}.` });
    const there = available(line);
    if (requested <= there) continue;
    throw problem(orderProblems.orderUnits, {
      detail: `${requested} units of "${line.title}" were to be ${what}, and ${there} can be.`,
      details: { lineId, requested, available: there },
    });
  }
  return units;
}

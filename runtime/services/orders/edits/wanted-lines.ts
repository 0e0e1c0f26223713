import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { openUnits } from '../fulfilments/line-units.ts';
import type { OrderLine } from '../orders/stored-order.ts';

export type EditInput = Omit<InputOf<OrderOperations['orders.edits.preview']>, 'orderId'>;

/** A line as it is to be: units that stay, and units that come and cost what they cost now. */
export interface WantedLine {
  /** The line of the order; undefined for one that comes. */
  readonly line: OrderLine | undefined;
  readonly variantId: string;
  readonly kept: number;
  readonly added: number;
  readonly customData: OrderLine['customData'];
  readonly giftMessage: string | null;
  /** Where the input says so: problems are told there. */
  readonly pointer: string;
}

/** Units that can go: neither shipped nor cancelled, in no packed parcel, and not refunded already. */
export function removableUnits(line: OrderLine, loose: ReadonlyMap<string, number>): number {
  const free = openUnits(line) + (loose.get(line.id) ?? 0);
  return Math.min(free, line.quantity - line.refundedQuantity);
}

function refuseRemoval(line: OrderLine, requested: number, available: number): never {
  throw problem(orderProblems.orderUnits, {
    detail:
      `${requested} units of "${line.title}" were to be taken out, and ${available} can be: ` +
      `"quantity" can be ${line.quantity - available} at least.`,
    details: { lineId: line.id, requested, available },
  });
}

function wantedQuantities(lines: readonly OrderLine[], input: EditInput): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const [index, { lineId, quantity }] of (input.lines ?? []).entries()) {
    if (!lines.some(({ id }) => id === lineId)) {
      throw problem(problems.notFound, { detail: `The order has no line ${lineId}.` });
    }
    if (wanted.has(lineId)) {
      const message = 'is named before.';
      throw problem(problems.invalidInput, {
        detail: `/lines/${index}/lineId ${message}`,
        errors: [{ pointer: `/lines/${index}/lineId`, message }],
      });
    }
    wanted.set(lineId, quantity);
  }
  return wanted;
}

/**
 * The lines that an order is to have. `loose` are units in parcels that can be taken apart, by line.
 * @throws {Problem} `not_found`, `invalid_input` or `order_units`, with how many units can go.
 */
export function wantedLines(
  lines: readonly OrderLine[],
  input: EditInput,
  loose: ReadonlyMap<string, number>,
): WantedLine[] {
  const wanted = wantedQuantities(lines, input);
  const staying = lines.flatMap((line): WantedLine[] => {
    const { id, variantId, quantity: before, customData, giftMessage } = line;
    const quantity = wanted.get(id) ?? before;
    const removable = removableUnits(line, loose);
    if (before - quantity > removable) refuseRemoval(line, before - quantity, removable);
    if (quantity === 0) return [];
    const index = (input.lines ?? []).findIndex(({ lineId }) => lineId === id);
    return [
      {
        ...{ line, variantId, customData, giftMessage, pointer: `/lines/${index}` },
        ...{ kept: Math.min(quantity, before), added: Math.max(0, quantity - before) },
      },
    ];
  });
  const coming = (input.addLines ?? []).map(
    ({ variantId, quantity, customData = [], giftMessage = null }, index): WantedLine => ({
      ...{ line: undefined, variantId, kept: 0, added: quantity, customData, giftMessage },
      pointer: `/addLines/${index}`,
    }),
  );
  return [...staying, ...coming];
}

import type { Context } from '../../../context/context.ts';
import { byVariant, releaseStock, reserveUnits, surplusStock, takeStock } from '../fulfilments/held-stock.ts';
import type { HeldStock, OrderLine, StoredOrder } from '../orders/stored-order.ts';

interface Units {
  readonly variantId: string;
  readonly quantity: number;
}

/** How many units more of each variant there are, in the order of the variants' ids. */
function changesOf(before: readonly Units[], after: readonly Units[]): [variantId: string, change: number][] {
  const changes = new Map<string, number>();
  const add = (lines: readonly Units[], sign: 1 | -1) => {
    for (const { variantId, quantity } of lines) {
      changes.set(variantId, (changes.get(variantId) ?? 0) + sign * quantity);
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Gives stock that the order has no units for any more back to sale, and reserves that of units that come, variant by
 * variant in the order of their ids. `held` is reserved for units that come already.
 * @throws {Problem} `out_of_stock`: then nothing has moved, because the transaction is undone.
 */
export async function moveStock(
  context: Context,
  order: StoredOrder,
  after: readonly OrderLine[],
  held: readonly HeldStock[],
): Promise<readonly HeldStock[]> {
  let internal = { ...order.internal, stock: [...order.internal.stock, ...held] };
  for (const [variantId, units] of changesOf([...order.lines, ...held], after)) {
    if (units < 0) {
      const surplus = surplusStock({ lines: after, internal }).filter(([id]) => id === variantId);
      const { taken, left } = await takeStock(context, { ...order, internal }, surplus, { reserves: false });
      await releaseStock(context, taken);
      internal = { ...internal, stock: [...left] };
    }
    if (units > 0) {
      const reserved = await reserveUnits(context, order, variantId, units);
      if (reserved) internal = { ...internal, stock: [...internal.stock, reserved] };
    }
  }
  return byVariant(internal.stock);
}

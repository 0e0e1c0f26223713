import type { Context } from '../../../context/context.ts';
import { byVariant, releaseStock, reserveUnits, takeVariant } from '../fulfilments/held-stock.ts';
import type { HeldStock, StoredOrder } from '../orders/stored-order.ts';

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
 * Gives stock of units that go back to sale, and reserves that of units that come, variant by variant in the order of
 * their ids. `held` is reserved for the units that come already.
 * @throws {Problem} `out_of_stock`: then nothing has moved, because the transaction is undone.
 */
export async function moveStock(
  context: Context,
  order: StoredOrder,
  after: readonly Units[],
  held: readonly HeldStock[],
): Promise<readonly HeldStock[]> {
  let stock: readonly HeldStock[] = [...order.internal.stock, ...held];
  for (const [variantId, units] of changesOf([...order.lines, ...held], after)) {
    if (units < 0) {
      const { taken, left } = await takeVariant(context, order, stock, [variantId, -units], {
        ...{ locationId: undefined, reserves: false },
      });
      await releaseStock(context, taken);
      stock = left;
    }
    if (units > 0) {
      const reserved = await reserveUnits(context, order, variantId, units);
      if (reserved) stock = [...stock, reserved];
    }
  }
  return byVariant(stock);
}

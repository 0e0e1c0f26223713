import type { SeedVariant } from './build-products.ts';
import type { Seed } from './seed.ts';
import { seedNumber } from './seed-ids.ts';

/** Units at the warehouse and in the shop: mostly plenty, some low, a few gone, the same in every store. */
function quantities({ key, product }: SeedVariant): readonly [warehouse: number, shop: number] {
  if (product.stock === 'none') return [0, 0];
  const chance = seedNumber(100, 'stock', key);
  if (product.stock === 'low') return [1 + (chance % 3), 0];
  if (chance < 5) return [0, 0];
  if (chance < 16) return [chance % 3, 1];
  return [6 + (chance % 35), chance % 7];
}

/** Stock of every variant that is tracked, counted at both locations. */
export function stockOf(
  variants: readonly SeedVariant[],
  [warehouse, shop]: readonly [string, string],
): Seed['stock'] {
  return variants
    .filter(({ product }) => product.policy !== 'untracked')
    .flatMap((variant) => {
      const [inWarehouse, inShop] = quantities(variant);
      const { id: variantId } = variant;
      const reason = 'received' as const;
      return [
        { variantId, locationId: warehouse, onHand: inWarehouse, reason },
        { variantId, locationId: shop, onHand: inShop, reason },
      ];
    });
}

import type { Context } from '../../../context/context.ts';
import type { Product } from '../products/product.ts';

interface KnownPrice {
  readonly variantId: string;
  readonly currency: string;
  readonly minimumQuantity: number;
  readonly amount: number;
}

function pricesOf(product: Product | undefined): Map<string, KnownPrice> {
  const prices = (product?.variants ?? []).flatMap((variant) =>
    variant.prices.map(({ currency, minimumQuantity, amount }) => ({
      variantId: variant.id,
      currency,
      minimumQuantity,
      amount,
    })),
  );
  return new Map(
    prices.map((price) => [`${price.variantId}/${price.currency}/${price.minimumQuantity}`, price]),
  );
}

/** One event for each base price that was added, changed or removed. A new product's prices are in its own event. */
export async function emitPriceChanges(
  context: Context,
  product: Product,
  before: Product | undefined,
): Promise<void> {
  if (!before) return;
  const earlier = pricesOf(before);
  const now = pricesOf(product);
  for (const key of new Set([...earlier.keys(), ...now.keys()])) {
    const price = now.get(key) ?? earlier.get(key);
    const amountBefore = earlier.get(key)?.amount ?? null;
    const amountNow = now.get(key)?.amount ?? null;
    if (!price || amountBefore === amountNow) continue;
    const { variantId, currency, minimumQuantity } = price;
    await context.emit('price.changed', product.id, {
      ...{ productId: product.id, variantId, priceListId: null, currency, minimumQuantity },
      ...{ amountBefore, amountNow },
    });
  }
}

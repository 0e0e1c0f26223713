import type { Context } from '../../../context/context.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { products } from '../products/collections.ts';
import { listPrices } from './collections.ts';

/** Takes away list prices of variants that are no more. */
export async function forgetPrices(context: Context, event: SequencedEvent): Promise<void> {
  const product = await context.store.get(products, event.subject);
  const present = new Set(product?.variants.map(({ id }) => id));
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await context.store.query(listPrices, {
      index: 'byProduct',
      where: { product: event.subject },
      pageSize: 1000,
      ...(after ? { after } : {}),
    });
    for (const { document } of items) {
      if (!present.has(document.variantId)) await context.store.delete(listPrices, document.id);
    }
    if (!hasMore) return;
    after = items.at(-1)?.position;
  }
}

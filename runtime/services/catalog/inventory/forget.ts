import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { Position } from '../../../store/port.ts';
import { reservations, stocks } from './collections.ts';
import { move } from './move.ts';
import type { Stock } from './stock.ts';
import type { VariantDirectory } from './variant-directory.ts';

const pageSize = 200;

/** Stock of a variant that is gone: what carts hold is released, the levels go, the history stays. */
async function forgetStock(context: Context, stock: Stock): Promise<void> {
  for (;;) {
    const { items } = await context.store.query(reservations, {
      index: 'heldByVariant',
      where: { variantId: stock.variantId },
      pageSize,
    });
    for (const { document } of items) await move(context, document.id, 'release');
    if (items.length < pageSize) break;
  }
  await context.store.delete(stocks, stock.id);
}

/** Takes away the stock of variants that a product has no more. */
export function forgetRemovedVariants(variants: VariantDirectory): Subscription {
  return {
    name: 'catalog.forget-stock',
    events: ['product.updated', 'product.deleted'],
    async handle(context, event) {
      const productId = event.subject;
      const ofProduct: Stock[] = [];
      let after: Position | undefined;
      do {
        const { items, hasMore } = await context.store.query(stocks, {
          index: 'byProduct',
          where: { productId },
          pageSize,
          ...(after ? { after } : {}),
        });
        ofProduct.push(...items.map(({ document }) => document));
        after = hasMore ? items.at(-1)?.position : undefined;
      } while (after);
      if (ofProduct.length === 0) return;
      const removed = await variants.removed(
        context,
        productId,
        ofProduct.map((stock) => stock.variantId),
      );
      for (const stock of ofProduct) {
        if (removed.includes(stock.variantId)) await forgetStock(context, stock);
      }
    },
  };
}

import type { Context } from '../../../context/context.ts';
import type { Position } from '../../../store/port.ts';
import { products } from './collections.ts';
import { saveProduct } from './save-product.ts';

/**
 * Products show a file's own text unless they have another for it. Where that text changes, they follow, in the same
 * transaction.
 */
export async function carryAlt(
  context: Context,
  mediaId: string,
  before: string,
  now: string,
): Promise<void> {
  if (before === now) return;
  // The version that the caller expects is the file's.
  const unconditional = { ...context, expectedVersion: undefined };
  let after: Position | undefined;
  do {
    const { items, hasMore } = await context.store.query(products, {
      index: 'byMedia',
      where: { mediaId },
      pageSize: 100,
      ...(after && { after }),
    });
    for (const { document } of items) {
      if (!document.media.some((shown) => shown.mediaId === mediaId && shown.alt === before)) continue;
      const media = document.media.map((shown) =>
        shown.mediaId === mediaId && shown.alt === before ? { ...shown, alt: now } : shown,
      );
      await saveProduct(unconditional, { ...document, media }, document);
    }
    after = hasMore ? items.at(-1)?.position : undefined;
  } while (after);
}

import { findProduct } from '../catalog/find-product.ts';
import type { Product } from '../headlesspro/storefront.js';
import { ProductGrid, ProductGridSkeleton } from '../listing/product-grid.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './related-products.module.css';

const most = 4;

/** What the store says goes with this. Nice to have: where it can't be loaded, nothing is shown. */
export function RelatedProducts({ product }: { readonly product: Product }) {
  const { api } = useStore();
  const { selection, texts } = usePreferences();
  const ids = product.related.slice(0, most).map(({ productId }) => productId);
  const { status, data } = useLoaded(JSON.stringify([ids, selection]), async (signal) => {
    const found = await Promise.all(ids.map((id) => findProduct(api, id, selection, signal)));
    return found.flatMap((each) => each ?? []);
  });
  if (ids.length === 0 || status === 'failed' || data?.length === 0) return null;
  return (
    <section className={styles.related} aria-labelledby="related-title">
      <h2 id="related-title">{texts.related}</h2>
      {data ? <ProductGrid products={data} /> : <ProductGridSkeleton count={ids.length} />}
    </section>
  );
}

import type { Product } from '../headlesspro/storefront.js';
import { ProductGrid, ProductGridSkeleton } from '../listing/product-grid.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './related-products.module.css';
import { relatedProductsDocument } from './related-products-document.ts';

const most = 4;

/** What the store says goes with this. Nice to have: where it can't be loaded, nothing is shown. */
export function RelatedProducts({ product }: { readonly product: Product }) {
  const { api } = useStore();
  const { selection, texts } = usePreferences();
  const count = Math.min(product.related.length, most);
  const { status, data } = useLoaded(JSON.stringify([product.id, count, selection]), async (signal) => {
    if (count === 0) return [];
    const variables = { productId: product.id, ...selection };
    const found = await api.graphql(relatedProductsDocument, variables, { signal });
    return found.product?.relatedProducts.slice(0, most) ?? [];
  });
  if (status === 'failed' || data?.length === 0) return null;
  return (
    <section className={styles.related} aria-labelledby="related-title">
      <h2 id="related-title">{texts.related}</h2>
      {data ? <ProductGrid products={data} /> : <ProductGridSkeleton count={count} />}
    </section>
  );
}

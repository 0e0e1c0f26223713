import { useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { useCart } from '../cart/cart-context.ts';
import { Breadcrumb } from '../catalog/breadcrumb.tsx';
import { useCatalog } from '../catalog/catalog-context.ts';
import { links } from '../catalog/links.ts';
import { isSoldOut } from '../catalog/summarize-offer.ts';
import { ApiError, type Product } from '../headlesspro/storefront.js';
import { Failure } from '../loading/failure.tsx';
import { NotFound } from '../loading/not-found.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { Price } from '../money/price.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { AttributeTable } from './attribute-table.tsx';
import { Gallery } from './gallery.tsx';
import { loadProduct } from './load-product.ts';
import { chosenVariant } from './option-choices.ts';
import { OptionPicker } from './option-picker.tsx';
import { pictureOf, picturesOf } from './pictures.ts';
import { plainText } from './plain-text.ts';
import styles from './product-page.module.css';
import { ProductSkeleton } from './product-skeleton.tsx';
import { RelatedProducts } from './related-products.tsx';
import { RichText } from './rich-text.tsx';
import { StockNote } from './stock-note.tsx';

export function ProductPage() {
  const { slug = '' } = useParams();
  const { api } = useStore();
  const { selection, texts } = usePreferences();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const loaded = useLoaded(JSON.stringify([slug, selection]), (signal) =>
    loadProduct(api, slug, selection, signal),
  );

  // In another language the product has another slug.
  const ownSlug = loaded.status === 'ready' ? loaded.data.slug : slug;
  const variantId = parameters.get('variant') ?? undefined;
  useEffect(() => {
    if (ownSlug !== slug) navigate(links.product(ownSlug, variantId), { replace: true });
  }, [ownSlug, slug, variantId, navigate]);

  if (loaded.status === 'failed') {
    if (ApiError.is(loaded.error, 'not_found')) return <NotFound />;
    return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  }
  const { status, data } = loaded;
  // What was shown before may stay while language or currency change, but not under another product's address.
  if (!data || (status === 'loading' && data.slug !== slug)) return <ProductSkeleton />;
  return <ProductDetails key={data.id} product={data} variantId={variantId} />;
}

interface ProductDetailsProps {
  readonly product: Product;
  readonly variantId: string | undefined;
}

function ProductDetails({ product, variantId }: ProductDetailsProps) {
  const { texts } = usePreferences();
  const { add } = useCart();
  const catalog = useCatalog();
  const navigate = useNavigate();
  const variant = chosenVariant(product.variants, variantId);
  const categories = catalog?.categories.filter(({ id }) => product.categoryIds.includes(id)) ?? [];
  const description = product.seo.description ?? plainText(product.description, 160);
  if (!variant) return <NotFound />;

  const { price } = variant;
  return (
    <article className={styles.page}>
      <PageHead title={product.seo.title ?? product.title} description={description} />
      <Gallery pictures={picturesOf(product)} first={pictureOf(product, variant)} />
      <div className={styles.panel}>
        <Breadcrumb categories={categories.slice(0, 1)} />
        {product.brand && <p className={styles.brand}>{product.brand}</p>}
        <h1>{product.title}</h1>
        <div className={styles.price}>
          <Price price={price} isLarge />
          {price && <p className={styles.tax}>{price.includesTax ? texts.taxIncluded : texts.taxAdded}</p>}
        </div>
        <OptionPicker
          product={product}
          variant={variant}
          onPick={({ id }) =>
            navigate(links.product(product.slug, id), { replace: true, preventScrollReset: true })
          }
        />
        <StockNote variant={variant} />
        <button
          type="button"
          className={`button primary ${styles.add}`}
          disabled={!price || isSoldOut(variant)}
          onClick={() => add({ variantId: variant.id, quantity: 1 }, product.title)}
        >
          {isSoldOut(variant) ? texts.soldOut : texts.addToCart}
        </button>
        {product.description && (
          <section aria-labelledby="description-title">
            <h2 id="description-title" className="visually-hidden">
              {texts.description}
            </h2>
            <RichText html={product.description} className={styles.description} />
          </section>
        )}
        <section aria-labelledby="details-title">
          <h2 id="details-title" className={styles.subtitle}>
            {texts.details}
          </h2>
          <AttributeTable product={product} variant={variant} />
        </section>
      </div>
      <RelatedProducts product={product} />
    </article>
  );
}

import { Link } from 'react-router';
import type { Product, ProductMedia } from '../headlesspro/storefront.js';
import { Price } from '../money/price.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import { links } from './links.ts';
import { Picture } from './picture.tsx';
import styles from './product-card.module.css';
import { type OfferedVariant, summarizeOffer } from './summarize-offer.ts';

/** What a card shows: of a product of the SDK, or of a GraphQL document that asks for this much. */
export interface CardProduct extends Pick<Product, 'id' | 'slug' | 'title' | 'brand'> {
  readonly media: readonly Pick<ProductMedia, 'url' | 'alt' | 'width' | 'height'>[];
  readonly variants: readonly OfferedVariant[];
}

export function ProductCard({
  product,
  isUrgent,
}: {
  readonly product: CardProduct;
  readonly isUrgent: boolean;
}) {
  const { texts } = usePreferences();
  const { price, isFromPrice, isSoldOut, isReduced } = summarizeOffer(product.variants);
  const [front, back] = product.media;
  return (
    <article className={styles.card}>
      <div className={styles.pictures}>
        <Picture media={front} isUrgent={isUrgent} />
        {back && <Picture className={styles.back} media={{ ...back, alt: '' }} />}
        {isSoldOut ? (
          <p className={styles.mark}>{texts.soldOut}</p>
        ) : (
          isReduced && <p className={`${styles.mark} ${styles.reduced}`}>{texts.reduced}</p>
        )}
      </div>
      <h2 className={styles.title}>
        <Link to={links.product(product.slug)}>{product.title}</Link>
      </h2>
      {product.brand && <p className={styles.brand}>{product.brand}</p>}
      <Price price={price} isFromPrice={isFromPrice} />
    </article>
  );
}

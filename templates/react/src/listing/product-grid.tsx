import { type CardProduct, ProductCard } from '../catalog/product-card.tsx';
import styles from './product-grid.module.css';

interface ProductGridProps {
  readonly products: readonly CardProduct[];
  /** While another page is on its way. */
  readonly isDimmed?: boolean;
}

/** Pictures of the first row are wanted at once; the others when they come near. */
const atOnce = 4;

export function ProductGrid({ products, isDimmed = false }: ProductGridProps) {
  return (
    <ul className={styles.grid} data-dimmed={isDimmed}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} isUrgent={index < atOnce} />
        </li>
      ))}
    </ul>
  );
}

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function ProductGridSkeleton({ count = places.length }: { readonly count?: number }) {
  return (
    <div className={styles.grid} aria-hidden="true">
      {places.slice(0, count).map((place) => (
        <div key={place}>
          <div className={`skeleton ${styles.picture}`} />
          <div className={`skeleton ${styles.line}`} />
          <div className={`skeleton ${styles.shortLine}`} />
        </div>
      ))}
    </div>
  );
}

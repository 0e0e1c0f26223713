import { ProductGridSkeleton } from '../listing/product-grid.tsx';
import styles from './layout.module.css';

/** The shape of the page until the store has said what it is. */
export function LayoutSkeleton({ label }: { readonly label: string }) {
  return (
    <div className={styles.layout} aria-busy="true">
      <p className="visually-hidden" role="status">
        {label}
      </p>
      <div className={styles.header}>
        <div className={`skeleton ${styles.nameSkeleton}`} />
      </div>
      <main className={styles.content}>
        <ProductGridSkeleton />
      </main>
    </div>
  );
}

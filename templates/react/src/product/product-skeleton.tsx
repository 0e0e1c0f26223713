import { PageHead } from '../app/page-head.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './product-page.module.css';

export function ProductSkeleton() {
  const { texts } = usePreferences();
  return (
    <div className={styles.page} aria-busy="true">
      <PageHead title={undefined} />
      <p className="visually-hidden" role="status">
        {texts.loading}
      </p>
      <div className={`skeleton ${styles.pictureSkeleton}`} />
      <div className={styles.panel} aria-hidden="true">
        <div className={`skeleton ${styles.titleSkeleton}`} />
        <div className={`skeleton ${styles.priceSkeleton}`} />
        <div className={`skeleton ${styles.textSkeleton}`} />
      </div>
    </div>
  );
}

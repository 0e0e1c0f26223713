import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './order.module.css';

export function OrderSkeleton() {
  const { texts } = usePreferences();
  return (
    <div className={styles.page} aria-busy="true">
      <p className="visually-hidden" role="status">
        {texts.loading}
      </p>
      <div className={`skeleton ${styles.headSkeleton}`} />
      <div className={`skeleton ${styles.cardSkeleton}`} />
    </div>
  );
}

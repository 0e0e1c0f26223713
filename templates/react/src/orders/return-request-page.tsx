import { useParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { Failure } from '../loading/failure.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './order.module.css';
import { OrderSkeleton } from './order-skeleton.tsx';
import { ReturnForm } from './return-form.tsx';
import { UnknownOrder } from './unknown-order.tsx';
import { useOrder } from './use-order.ts';

/** Ask to send something back. */
export function ReturnRequestPage() {
  const { orderId = '' } = useParams();
  const { texts } = usePreferences();
  const opened = useOrder(orderId);
  if (opened.kind === 'unknown') return <UnknownOrder />;
  const { loaded } = opened;
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  if (!loaded.data) return <OrderSkeleton />;
  const { known, order } = loaded.data;
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <PageHead title={texts.orders.returnTitle(order.number)} />
      <meta name="robots" content="noindex" />
      <header className={styles.head}>
        <h1>{texts.orders.returnTitle(order.number)}</h1>
        <p className={styles.muted}>{texts.orders.returnHint}</p>
      </header>
      <ReturnForm order={order} token={known.token} />
    </div>
  );
}

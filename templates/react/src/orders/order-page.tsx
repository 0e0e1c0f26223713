import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useIsSignedIn } from '../account/use-is-signed-in.ts';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import { Failure } from '../loading/failure.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import { CopyLink } from './copy-link.tsx';
import { formatDate } from './format-date.ts';
import styles from './order.module.css';
import { OrderAddresses } from './order-addresses.tsx';
import { OrderBalance } from './order-balance.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { OrderProgressBar } from './order-progress.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderSkeleton } from './order-skeleton.tsx';
import { UnknownOrder } from './unknown-order.tsx';
import { useOrder } from './use-order.ts';

/** How an order stands. */
export function OrderPage() {
  const { orderId = '' } = useParams();
  const { state } = useLocation();
  const { locale, texts } = usePreferences();
  const isSignedIn = useIsSignedIn();
  const [version, setVersion] = useState(0);
  const opened = useOrder(orderId, version);
  if (opened.kind === 'unknown') return <UnknownOrder />;
  const { loaded } = opened;
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  if (!loaded.data) return <OrderSkeleton />;
  const { known, order, progress } = loaded.data;
  const title = texts.orders.order(order.number);
  const reload = () => setVersion((count) => count + 1);
  const isReturnAsked = typeof state === 'object' && state !== null && 'returnAsked' in state;
  return (
    <div className={styles.page}>
      <PageHead title={title} />
      <meta name="robots" content="noindex" />
      <header className={styles.head}>
        <p className={styles.small}>
          <Link to={isSignedIn ? links.account : links.orders}>{texts.orders.toList}</Link>
        </p>
        <h1>{title}</h1>
        <p className={styles.muted}>
          {texts.orders.placedOn(formatDate(order.placedAt, locale))}
          {order.editedAt && ` · ${texts.orders.editedOn(formatDate(order.editedAt, locale))}`}
        </p>
      </header>
      {isReturnAsked && (
        <p className={styles.good} role="status">
          {texts.orders.returnAsked}
        </p>
      )}
      <OrderBalance order={order} token={known.token} onChanged={reload} />
      <OrderProgressBar order={order} fulfilments={progress.fulfilments} />
      {order.cancelReason && <p>{texts.orders.because(order.cancelReason)}</p>}
      <div className={styles.columns}>
        <div className={styles.column}>
          <OrderParcels order={order} fulfilments={progress.fulfilments} />
          <OrderReturns order={order} token={known.token} returns={progress.returns} onChanged={reload} />
          <CopyLink order={known} />
          <OrderHistory timeline={progress.timeline} />
        </div>
        <div className={styles.column}>
          <OrderLines order={order} />
          <OrderAddresses order={order} />
        </div>
      </div>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import { usePaymentWays } from '../checkout/payment-ways.ts';
import type { Order } from '../headlesspro/storefront.js';
import { Failure } from '../loading/failure.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './order.module.css';
import { OrderAddresses } from './order-addresses.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderSkeleton } from './order-skeleton.tsx';
import { UnknownOrder } from './unknown-order.tsx';
import { useOrder } from './use-order.ts';

/** Thank you, and what happens next. Made to be printed too. */
export function ConfirmationPage() {
  const { orderId = '' } = useParams();
  const { texts } = usePreferences();
  const opened = useOrder(orderId);
  if (opened.kind === 'unknown') return <UnknownOrder />;
  const { loaded } = opened;
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  if (!loaded.data) return <OrderSkeleton />;
  const { order, known } = loaded.data;
  return <Confirmation order={order} payment={known.payment} />;
}

interface ConfirmationProps {
  readonly order: Order;
  readonly payment: string | null;
}

function Confirmation({ order, payment }: ConfirmationProps) {
  const { texts } = usePreferences();
  const title = useRef<HTMLHeadingElement>(null);
  // The page came by itself: those who can't see it are told where they are.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const name = (order.shippingAddress ?? order.billingAddress)?.firstName ?? '';
  return (
    <div className={styles.page}>
      <PageHead title={texts.orders.order(order.number)} />
      <meta name="robots" content="noindex" />
      <header className={styles.thanks}>
        <svg viewBox="0 0 24 24" width="56" height="56" aria-hidden="true">
          <circle cx="12" cy="12" r="11" />
          <path d="m7.5 12.5 3 3 6-6.5" />
        </svg>
        <h1 ref={title} tabIndex={-1}>
          {texts.orders.thanks(name)}
        </h1>
        <p className={styles.number}>{texts.orders.confirmed(order.number)}</p>
        {order.email && <p className={styles.muted}>{texts.orders.mailed(order.email)}</p>}
        {order.state === 'review' && <p>{texts.orders.inReview}</p>}
        <p className={styles.actions}>
          <Link className="button primary" to={links.order(order.id)}>
            {texts.orders.follow}
          </Link>
          <button type="button" className="button" onClick={() => window.print()}>
            {texts.orders.print}
          </button>
          <Link className="button" to={links.home}>
            {texts.continueShopping}
          </Link>
        </p>
      </header>
      <HowToPay order={order} payment={payment} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <OrderLines order={order} />
        </div>
        <div className={styles.column}>
          <OrderAddresses order={order} />
        </div>
      </div>
    </div>
  );
}

/** For what is paid outside the shop: where the money goes. */
function HowToPay({ order, payment }: ConfirmationProps) {
  const { texts } = usePreferences();
  const country = (order.billingAddress ?? order.shippingAddress)?.country ?? null;
  const ways = usePaymentWays(order.currency, country);
  const isOpen = order.payments.some(({ provider }) => provider === 'manual') && order.balance.amount > 0;
  const way = ways.data?.find(({ key, kind }) => kind === 'manual' && (payment === null || key === payment));
  if (!isOpen || !way?.instructions) return null;
  return (
    <section className={styles.card} aria-labelledby="transfer-title">
      <h2 id="transfer-title">{texts.orders.transfer}</h2>
      <p className={styles.instructions}>{way.instructions}</p>
      <p>
        {texts.orders.number}: <strong>{order.number}</strong>
      </p>
    </section>
  );
}

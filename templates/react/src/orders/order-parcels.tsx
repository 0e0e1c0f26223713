import { nameOfLine } from '../cart/line-name.ts';
import type { Fulfilment, Order } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { formatDate } from './format-date.ts';
import styles from './order.module.css';

interface OrderParcelsProps {
  readonly order: Order;
  readonly fulfilments: readonly Fulfilment[];
}

/** Each parcel: what is in it, where it is. */
export function OrderParcels({ order, fulfilments }: OrderParcelsProps) {
  const { locale, texts } = usePreferences();
  const states: Readonly<Record<string, string>> = texts.orders.parcelStates;
  if (!order.lines.some(({ requiresShipping }) => requiresShipping) || order.state === 'cancelled')
    return null;
  return (
    <section className={styles.card} aria-labelledby="parcels-title">
      <h2 id="parcels-title">{texts.orders.parcels}</h2>
      {fulfilments.length === 0 && <p className={styles.muted}>{texts.orders.noParcels}</p>}
      <ul className={styles.parcels}>
        {fulfilments.map(({ id, number, state, lines, tracking, shippedAt, deliveredAt }) => (
          <li key={id} className={styles.parcel}>
            <p className={styles.parcelHead}>
              <strong>{texts.orders.parcel(number)}</strong>
              <span className={styles.badge} data-kind={state}>
                {states[state] ?? state}
                {(deliveredAt ?? shippedAt) && ` · ${formatDate(deliveredAt ?? shippedAt ?? '', locale)}`}
              </span>
            </p>
            <ul className={styles.small}>
              {lines.map(({ lineId, quantity }) => (
                <li key={lineId}>
                  {texts.checkout.quantityTimes(new Intl.NumberFormat(locale).format(quantity))}{' '}
                  {nameOf(order, lineId)}
                </li>
              ))}
            </ul>
            {tracking.number && (
              <p className={styles.small}>
                {texts.orders.trackingNumber}: {tracking.number}
              </p>
            )}
            {tracking.url && (
              <p>
                <a href={tracking.url} target="_blank" rel="noreferrer">
                  {texts.orders.track(tracking.carrier ?? '')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function nameOf(order: Order, lineId: string): string {
  const line = order.lines.find(({ id }) => id === lineId);
  return line ? nameOfLine(line) : '';
}

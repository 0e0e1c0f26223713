import { Link } from 'react-router';
import { links } from '../catalog/links.ts';
import { Picture } from '../catalog/picture.tsx';
import type { Order } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { formatDate } from './format-date.ts';
import styles from './order.module.css';

/** An order in a list. */
export function OrderCard({ order }: { readonly order: Order }) {
  const { locale, texts } = usePreferences();
  const states: Readonly<Record<string, string>> = texts.orders.states;
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <article className={`${styles.card} ${styles.orderCard}`}>
      <div className={styles.pictures} aria-hidden="true">
        {order.lines.slice(0, 3).map(({ id, imageUrl }) => (
          <Picture
            key={id}
            media={imageUrl ? { url: imageUrl, alt: '', width: null, height: null } : undefined}
          />
        ))}
      </div>
      <div>
        <h2>
          <Link className={styles.cardLink} to={links.order(order.id)}>
            {texts.orders.order(order.number)}
          </Link>
        </h2>
        <p className={styles.small}>
          {texts.orders.placedOn(formatDate(order.placedAt, locale))} ·{' '}
          {texts.orders.itemCount(units, new Intl.NumberFormat(locale).format(units))}
        </p>
      </div>
      <div className={styles.cardEnd}>
        <span className={styles.badge} data-kind={order.state}>
          {states[order.state] ?? order.state}
        </span>
        <strong>{formatMoney(order.totals.total.gross, locale)}</strong>
      </div>
    </article>
  );
}

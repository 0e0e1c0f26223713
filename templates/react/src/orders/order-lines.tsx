import { LinePrice } from '../cart/cart-item.tsx';
import { CartTotalsList } from '../cart/cart-totals-list.tsx';
import { Picture } from '../catalog/picture.tsx';
import type { Order } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { amountDue } from './amount-due.ts';
import styles from './order.module.css';

/** What was bought, and what it came to. */
export function OrderLines({ order }: { readonly order: Order }) {
  const { locale, texts } = usePreferences();
  const { paid, refunded } = order;
  const due = amountDue(order);
  const money = (amount: typeof paid) => formatMoney(amount, locale);
  return (
    <section className={styles.card} aria-labelledby="items-title">
      <h2 id="items-title">{texts.orders.items}</h2>
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <div className={styles.picture}>
              <Picture
                media={line.imageUrl ? { url: line.imageUrl, alt: '', width: null, height: null } : undefined}
              />
            </div>
            <div>
              <p className={styles.lineTitle}>
                <span className={styles.muted}>
                  {texts.checkout.quantityTimes(new Intl.NumberFormat(locale).format(line.quantity))}
                </span>{' '}
                {line.title}
              </p>
              {line.variantTitle && <p className={styles.small}>{line.variantTitle}</p>}
              {line.giftMessage && <p className={styles.small}>“{line.giftMessage}”</p>}
            </div>
            <div className={styles.linePrice}>
              <LinePrice line={line} />
            </div>
          </li>
        ))}
      </ul>
      <CartTotalsList cart={order} />
      <dl className={styles.figures}>
        {paid.amount > 0 && (
          <div>
            <dt>{texts.orders.paid}</dt>
            <dd>{money(paid)}</dd>
          </div>
        )}
        {refunded.amount > 0 && (
          <div>
            <dt>{texts.orders.refunded}</dt>
            <dd>{money(refunded)}</dd>
          </div>
        )}
        {due > 0 && (
          <div>
            <dt>{texts.orders.owed}</dt>
            <dd>{money({ amount: due, currency: order.currency })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

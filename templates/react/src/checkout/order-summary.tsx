import { useState } from 'react';
import { useCart } from '../cart/cart-context.ts';
import { LinePrice } from '../cart/cart-item.tsx';
import { CartTotalsList } from '../cart/cart-totals-list.tsx';
import { CodeForm } from '../cart/code-form.tsx';
import { LineProblems } from '../cart/line-problems.tsx';
import { useStock } from '../cart/use-stock.ts';
import { Picture } from '../catalog/picture.tsx';
import type { Cart } from '../headlesspro/storefront.js';
import { useIsWide } from '../loading/use-is-wide.ts';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { fieldId } from './field-problems.ts';
import styles from './order-summary.module.css';

/** What is bought and what it comes to: beside the form where there is room, folded above it where there is not. */
export function OrderSummary({ cart }: { readonly cart: Cart }) {
  const { locale, texts } = usePreferences();
  const { lines, isSettling, open } = useCart();
  const isWide = useIsWide();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const stock = useStock(lines);
  const isOpen = isWide || isUnfolded || lines.some(({ problems }) => problems.length > 0);
  return (
    <section className={styles.summary} aria-labelledby="summary-title">
      <h2 id="summary-title" className={isWide ? styles.title : 'visually-hidden'}>
        {texts.checkout.summary}
      </h2>
      {!isWide && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls="summary-content"
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          <span>{isOpen ? texts.checkout.hideSummary : texts.checkout.showSummary}</span>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" data-open={isOpen}>
            <path d="M2.5 4.5 6 8l3.5-3.5" />
          </svg>
          <strong>{formatMoney(cart.totals.total.gross, locale)}</strong>
        </button>
      )}
      <div id="summary-content" className={styles.content} hidden={!isOpen}>
        <ul id={fieldId('/lines')} tabIndex={-1} className={styles.lines}>
          {lines.map((line) => (
            <li key={line.id} className={styles.line}>
              <div className={styles.picture}>
                <Picture
                  media={
                    line.imageUrl ? { url: line.imageUrl, alt: '', width: null, height: null } : undefined
                  }
                />
              </div>
              <div className={styles.text}>
                <p className={styles.name}>
                  <span className={styles.quantity}>
                    {texts.checkout.quantityTimes(new Intl.NumberFormat(locale).format(line.quantity))}
                  </span>{' '}
                  {line.title}
                </p>
                {line.variantTitle && <p className={styles.variant}>{line.variantTitle}</p>}
                <LineProblems line={line} currency={cart.currency} stock={stock.get(line.variantId)} />
              </div>
              <div className={styles.price}>
                <LinePrice line={line} />
              </div>
            </li>
          ))}
        </ul>
        <button type="button" className={styles.change} onClick={open}>
          {texts.checkout.changeCart}
        </button>
        <CodeForm cart={cart} />
        <CartTotalsList cart={cart} isSettling={isSettling} />
      </div>
    </section>
  );
}

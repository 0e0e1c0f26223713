import { Failure } from '../loading/failure.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './cart-contents.module.css';
import { useCart } from './cart-context.ts';
import { CartItem } from './cart-item.tsx';
import { loadCart } from './load-cart.ts';
import { subtotalOf } from './subtotal.ts';

/** What is in the cart, at today's prices in the visitor's currency. */
export function CartContents() {
  const { api } = useStore();
  const { selection, locale, currency, texts } = usePreferences();
  const { lines, close } = useCart();
  const wanted = lines.map(({ variantId }) => variantId);
  const loaded = useLoaded(JSON.stringify([wanted, selection]), (signal) =>
    loadCart(api, lines, selection, signal),
  );

  if (lines.length === 0) {
    return (
      <div className={styles.empty}>
        <p>{texts.cartEmpty}</p>
        <button type="button" className="button" onClick={close}>
          {texts.continueShopping}
        </button>
      </div>
    );
  }
  if (loaded.status === 'failed') {
    return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  }
  const priced = new Map(loaded.data?.map((each) => [each.line.variantId, each]));
  const quantities = new Map(lines.map(({ variantId, quantity }) => [variantId, quantity]));
  // Prices of before the currency was changed say nothing of the new one.
  const isPriced = loaded.status === 'ready';
  return (
    <>
      <ul className={styles.lines} aria-busy={!isPriced}>
        {lines.map((line) => (
          <CartItem key={line.variantId} line={line} priced={priced.get(line.variantId)} />
        ))}
      </ul>
      <footer className={styles.footer}>
        <p className={styles.subtotal}>
          <span>{texts.subtotal}</span>
          {isPriced ? (
            <strong>{formatMoney(subtotalOf(loaded.data, quantities, currency), locale)}</strong>
          ) : (
            <span className={`skeleton ${styles.amount}`} />
          )}
        </p>
        <p className={styles.note}>{texts.subtotalNote}</p>
        <p className={styles.note}>{texts.checkoutNote}</p>
      </footer>
    </>
  );
}

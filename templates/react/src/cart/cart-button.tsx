import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './cart-button.module.css';
import { useCart } from './cart-context.ts';

export function CartButton() {
  const { locale, texts } = usePreferences();
  const { count, open } = useCart();
  const number = new Intl.NumberFormat(locale).format(count);
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={texts.openCart(count, number)}
      aria-haspopup="dialog"
      onClick={open}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M5.5 8.5h13l-1 11a1.5 1.5 0 0 1-1.5 1.4H8a1.5 1.5 0 0 1-1.5-1.4z" />
        <path d="M8.8 11V7a3.2 3.2 0 0 1 6.4 0v4" />
      </svg>
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {number}
        </span>
      )}
    </button>
  );
}

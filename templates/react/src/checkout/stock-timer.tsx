import { useEffect, useState } from 'react';
import { useCart } from '../cart/cart-context.ts';
import type { Cart } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './checkout-page.module.css';

/** Told once, to those who listen, before it is too late. */
const warnAt = 120;

/** How long the stock of a begun checkout is still held, by the store's clock. */
export function StockTimer({ cart }: { readonly cart: Cart }) {
  const { locale, texts } = usePreferences();
  const { session, clockOffset } = useCart();
  const { checkoutExpiresAt } = cart;
  const [now, setNow] = useState(Date.now);
  const isHeld = cart.state === 'checkout' && checkoutExpiresAt !== null;
  const seconds = isHeld
    ? Math.max(0, Math.round((new Date(checkoutExpiresAt).getTime() - now - clockOffset) / 1000))
    : 0;
  const isOver = isHeld && seconds === 0;
  const [wasHeld, setWasHeld] = useState(false);

  useEffect(() => {
    if (!isHeld) return;
    setWasHeld(true);
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isHeld]);
  useEffect(() => {
    if (isOver) void session.refresh();
  }, [isOver, session]);

  if (!isHeld || isOver) {
    return wasHeld ? (
      <p className={styles.timer} role="status">
        {texts.checkout.heldNoMore}
      </p>
    ) : null;
  }
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className={styles.timer} data-soon={seconds <= warnAt} lang={locale}>
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <circle cx="12" cy="12" r="8.5" />
        <path d="M12 7.5V12l3 2" />
      </svg>
      <span role="timer">{texts.checkout.heldFor(time)}</span>
      <span className="visually-hidden" role="status">
        {seconds <= warnAt ? texts.checkout.heldSoonOver : ''}
      </span>
    </p>
  );
}

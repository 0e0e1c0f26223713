import { useState } from 'react';
import { useCart } from '../cart/cart-context.ts';
import { links } from '../catalog/links.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import type { OpenedOrder } from './known-orders.ts';
import styles from './order.module.css';

/** The way of an order into another browser. The token is behind the `#`, so no server's log holds it. */
export function CopyLink({ order }: { readonly order: OpenedOrder }) {
  const { texts } = usePreferences();
  const { announce } = useCart();
  const [isCopied, setIsCopied] = useState(false);
  // Without a token there is nothing that another browser could open it with.
  if (order.token === null) return null;
  const address = `${window.location.origin}${links.order(order.id)}#token=${encodeURIComponent(order.token)}`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setIsCopied(true);
      announce(texts.orders.linkCopied);
    } catch {
      // Where the page may not use the clipboard, the shopper copies it by hand.
      window.prompt(texts.orders.copyLink, address);
    }
  }

  return (
    <p className={styles.noPrint}>
      <button type="button" className={styles.quiet} onClick={() => void copy()}>
        {isCopied ? texts.orders.linkCopied : texts.orders.copyLink}
      </button>
      <span className={styles.small}>{texts.orders.copyLinkHint}</span>
    </p>
  );
}

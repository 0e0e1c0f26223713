import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { usePreferences } from '../preferences/preferences-context.ts';
import { Announcements } from './announcements.tsx';
import { CartContents } from './cart-contents.tsx';
import { useCart } from './cart-context.ts';
import styles from './cart-drawer.module.css';

/**
 * A native modal dialog: the browser keeps the focus inside, closes it on Escape, hides the page from screen readers
 * and gives the focus back.
 */
export function CartDrawer() {
  const { texts } = usePreferences();
  const { isOpen, close } = useCart();
  const { pathname } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  // A link inside leads away from the cart.
  const shownAt = useRef(pathname);
  useEffect(() => {
    if (shownAt.current !== pathname) close();
    shownAt.current = pathname;
  }, [pathname, close]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer is an extra; the keyboard has Escape.
    <dialog
      ref={dialog}
      className={styles.drawer}
      aria-labelledby="cart-title"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id="cart-title">{texts.cart}</h2>
          <button type="button" className={styles.close} aria-label={texts.close} onClick={close}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        </header>
        {isOpen && <CartContents />}
        <Announcements />
      </div>
    </dialog>
  );
}

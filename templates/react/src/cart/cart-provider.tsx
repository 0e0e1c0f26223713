import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { rememberOrder } from '../orders/remember-order.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { countUnits, wantedLines } from './cart-change.ts';
import { CartContext, type CartView } from './cart-context.ts';
import { CartSession } from './cart-session.ts';
import { nameOfLine } from './line-name.ts';
import { savedCart } from './saved-cart.ts';

/** Gives the cart to everything below, with what is said of it aloud. */
export function CartProvider({ children }: { readonly children: ReactNode }) {
  const { url, api } = useStore();
  const { locale, currency, texts } = usePreferences();
  const [session] = useState(
    () =>
      new CartSession(api, savedCart(url), { locale, currency }, (key) => void rememberOrder(api, url, key)),
  );
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const [isOpen, setIsOpen] = useState(false);
  const [announcement, announce] = useState('');

  useEffect(() => session.start(), [session]);
  useEffect(() => session.prefer({ locale, currency }), [session, locale, currency]);

  const view = useMemo((): CartView => {
    const say = async (done: Promise<boolean>, text: string) =>
      announce((await done) ? text : texts.cartNotChanged);
    return {
      ...state,
      ...{ session, isOpen, announcement, announce },
      lines: wantedLines(state.cart, state.changes),
      count: countUnits(state.cart, state.changes),
      isSettling: state.changes.length > 0,
      open() {
        void session.refresh();
        setIsOpen(true);
      },
      close() {
        session.acknowledge();
        setIsOpen(false);
      },
      add(line, title) {
        void say(session.add(line), texts.added(title));
        setIsOpen(true);
      },
      setQuantity(line, quantity) {
        const number = new Intl.NumberFormat(locale).format(quantity);
        void say(session.setQuantity(line.id, quantity), texts.quantityIs(nameOfLine(line), number));
      },
      remove: (line) => void say(session.remove(line.id), texts.removed(nameOfLine(line))),
    };
  }, [state, session, isOpen, announcement, locale, texts]);
  return <CartContext value={view}>{children}</CartContext>;
}

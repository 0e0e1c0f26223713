import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { usePreferences } from '../preferences/preferences-context.ts';
import { savedValue } from '../store/saved-value.ts';
import { useStore } from '../store/store-context.ts';
import { type Cart, CartContext } from './cart-context.ts';
import { type CartLine, parseLines, withLine, withoutLine, withQuantity } from './cart-line.ts';

/** Keeps the cart in localStorage, and in step with other tabs. */
export function CartProvider({ children }: { readonly children: ReactNode }) {
  const { url } = useStore();
  const { locale, texts } = usePreferences();
  const saved = useMemo(() => savedValue(url, 'cart', parseLines), [url]);
  const [lines, setLines] = useState<readonly CartLine[]>(() => saved.read() ?? []);
  const [isOpen, setIsOpen] = useState(false);
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === saved.key) setLines(saved.read() ?? []);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [saved]);

  const cart = useMemo((): Cart => {
    const change = (changed: readonly CartLine[], said: string) => {
      saved.write(changed);
      setLines(changed);
      setAnnouncement(said);
    };
    return {
      lines,
      count: lines.reduce((count, line) => count + line.quantity, 0),
      isOpen,
      announcement,
      open: () => setIsOpen(true),
      close: () => setIsOpen(false),
      add(line, title) {
        change(withLine(lines, line), texts.added(title));
        setIsOpen(true);
      },
      setQuantity(variantId, quantity, title) {
        const number = new Intl.NumberFormat(locale).format(quantity);
        change(withQuantity(lines, variantId, quantity), texts.quantityIs(title, number));
      },
      remove: (variantId, title) => change(withoutLine(lines, variantId), texts.removed(title)),
    };
  }, [lines, isOpen, announcement, saved, locale, texts]);
  return <CartContext value={cart}>{children}</CartContext>;
}

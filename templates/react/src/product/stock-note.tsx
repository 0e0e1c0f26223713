import type { Variant } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './stock-note.module.css';

/** From so few on, the number is told. */
const few = 5;

export function StockNote({ variant }: { readonly variant: Variant }) {
  const { availability } = variant;
  const { locale, texts } = usePreferences();
  if (!availability) return null;
  const { status, quantity } = availability;
  if (status === 'out_of_stock') return <Note kind="none">{texts.soldOut}</Note>;
  if (status === 'backorder') return <Note kind="few">{texts.backorder}</Note>;
  if (quantity !== null && quantity <= few) {
    return <Note kind="few">{texts.onlyLeft(quantity, new Intl.NumberFormat(locale).format(quantity))}</Note>;
  }
  return <Note kind="enough">{texts.inStock}</Note>;
}

interface NoteProps {
  readonly kind: 'enough' | 'few' | 'none';
  readonly children: string;
}

function Note({ kind, children }: NoteProps) {
  return (
    <p className={styles.note} data-kind={kind}>
      {children}
    </p>
  );
}

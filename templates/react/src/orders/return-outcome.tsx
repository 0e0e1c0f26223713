import type { Return } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './order.module.css';

interface ReturnOutcomeProps extends Pick<Return, 'credit' | 'exchange'> {
  readonly isDone: boolean;
}

/** What a return comes to: what goes back, less what comes instead. */
export function ReturnOutcome({ isDone, credit, exchange }: ReturnOutcomeProps) {
  const { locale, texts } = usePreferences();
  const dearer = exchange.reduce((sum, { total }) => sum + total.gross.amount, 0) - credit.amount;
  const amount = formatMoney({ ...credit, amount: Math.abs(dearer) }, locale);
  const words = texts.orders;
  if (dearer === 0) return exchange.length > 0 && <p className={styles.small}>{words.costsNothingMore}</p>;
  // What is owed after an exchange stands above the order, with the way to pay it.
  const told =
    dearer > 0 ? !isDone && words.dearer(amount) : (isDone ? words.creditDone : words.credit)(amount);
  return told && <p className={styles.small}>{told}</p>;
}

import type { CartLine } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './cart-item.module.css';

interface LineProblemsProps {
  readonly line: CartLine;
  readonly currency: string;
  readonly stock: number | undefined;
}

/** Why a line can't be bought as it is. A problem that this storefront has no words for is said in the platform's. */
export function LineProblems({ line, currency, stock }: LineProblemsProps) {
  const { locale, texts } = usePreferences();
  const say = (code: string, message: string) => {
    if (code === 'insufficient_stock') {
      if (stock === undefined) return texts.notEnough;
      return stock === 0 ? texts.soldOut : texts.onlyInStock(new Intl.NumberFormat(locale).format(stock));
    }
    if (code === 'no_price') return texts.noPrice(currency);
    if (code === 'product_missing' || code === 'not_published') return texts.notForSale;
    if (code === 'amount_too_large') return texts.tooMany;
    return message;
  };
  return line.problems.map(({ code, message }) => (
    <p key={code} className={styles.warning}>
      {say(code, message)}
    </p>
  ));
}

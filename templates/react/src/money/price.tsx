import type { OfferedPrice } from '../catalog/summarize-offer.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { formatMoney } from './format-money.ts';
import styles from './price.module.css';

interface PriceProps {
  readonly price: OfferedPrice | null | undefined;
  /** Other variants cost more. */
  readonly isFromPrice?: boolean;
  readonly isLarge?: boolean;
}

export function Price({ price, isFromPrice = false, isLarge = false }: PriceProps) {
  const { locale, currency, texts } = usePreferences();
  if (!price) return <p className={styles.none}>{texts.noPrice(currency)}</p>;
  const { amount, compareAtAmount } = price;
  const now = formatMoney(price, locale);
  const isReduced = compareAtAmount !== null && compareAtAmount > amount;
  return (
    <p className={styles.price} data-reduced={isReduced} data-large={isLarge}>
      <span className="visually-hidden">{texts.priceNow} </span>
      <span className={styles.now}>{isFromPrice ? texts.from(now) : now}</span>
      {isReduced && (
        <>
          <span className="visually-hidden"> {texts.formerPrice} </span>
          <s className={styles.former}>{formatMoney({ ...price, amount: compareAtAmount }, locale)}</s>
        </>
      )}
    </p>
  );
}

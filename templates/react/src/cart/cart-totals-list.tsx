import type { Cart, CartLine } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './cart-totals-list.module.css';

interface CartTotalsListProps {
  readonly cart: Pick<Cart, 'totals' | 'discounts' | 'shippingMethod'> & {
    readonly lines: readonly Pick<CartLine, 'requiresShipping' | 'includesTax' | 'unitPrice'>[];
  };
  readonly isSettling?: boolean;
  /** Without shipping and taxes, which are not known before the checkout. */
  readonly isBrief?: boolean;
}

/** What it comes to and how: every figure is the platform's. */
export function CartTotalsList({ cart, isSettling = false, isBrief = false }: CartTotalsListProps) {
  const { locale, texts } = usePreferences();
  const { totals, discounts, shippingMethod } = cart;
  const money = (amount: { amount: number; currency: string }) => formatMoney(amount, locale);
  const needsShipping = cart.lines.some(({ requiresShipping }) => requiresShipping);
  // Where prices are net, the tax is a step on the way to the total; else it is inside.
  const isTaxAdded = cart.lines.some(({ includesTax, unitPrice }) => unitPrice && !includesTax);
  return (
    <div className={styles.totals} data-settling={isSettling} aria-busy={isSettling}>
      <dl>
        {(discounts.length > 0 || !isBrief) && <Row label={texts.items} value={money(totals.subtotal)} />}
        {discounts
          .filter(({ target }) => !isBrief || target === 'lines')
          .map(({ promotionId, target, name, code, amount }) => (
            <Row
              key={`${promotionId} ${target}`}
              label={code ? `${name} (${code})` : name}
              value={`−${money(amount)}`}
              kind="discount"
            />
          ))}
        {!isBrief && needsShipping && (
          <Row
            label={texts.shipping}
            value={
              shippingMethod
                ? totals.shippingPrice.amount === 0
                  ? texts.free
                  : money(totals.shippingPrice)
                : texts.notChosenYet
            }
          />
        )}
        {!isBrief &&
          isTaxAdded &&
          totals.taxes.map(({ name, rate, tax }) => (
            <Row key={`${name} ${rate}`} label={taxName(name, rate, locale)} value={money(tax)} />
          ))}
        <Row
          kind="total"
          label={isBrief ? texts.subtotal : texts.total}
          value={money(
            isBrief
              ? { ...totals.subtotal, amount: totals.subtotal.amount - totals.discount.amount }
              : totals.total.gross,
          )}
        />
      </dl>
      {isBrief && <p className={styles.note}>{texts.subtotalNote}</p>}
      {!isBrief &&
        !isTaxAdded &&
        totals.taxes.map(({ name, rate, tax }) => (
          <p key={`${name} ${rate}`} className={styles.note}>
            {texts.taxInside(taxName(name, rate, locale), money(tax))}
          </p>
        ))}
    </div>
  );
}

function taxName(name: string, rate: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return `${name} ${percent.format(rate / 100)}`;
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly kind?: 'discount' | 'total';
}

function Row({ label, value, kind }: RowProps) {
  return (
    <div className={styles.row} data-kind={kind}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

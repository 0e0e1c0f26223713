import { Link } from 'react-router';
import { links } from '../catalog/links.ts';
import { Picture } from '../catalog/picture.tsx';
import type { CartLine } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { mostOfOne } from './cart-change.ts';
import { useCart } from './cart-context.ts';
import styles from './cart-item.module.css';
import { nameOfLine } from './line-name.ts';
import { LineProblems } from './line-problems.tsx';
import { QuantityStepper } from './quantity-stepper.tsx';

interface CartItemProps {
  readonly line: CartLine;
  /** How many can be had, where more are wanted. */
  readonly stock: number | undefined;
}

export function CartItem({ line, stock }: CartItemProps) {
  const { texts } = usePreferences();
  const { cart, changes, setQuantity, remove } = useCart();
  const name = nameOfLine(line);
  const isSettling = changes.some((change) => change.kind === 'quantity' && change.lineId === line.id);
  const isForSale = line.unitPrice !== null;
  const { imageUrl, productId, title } = line;
  return (
    <li className={styles.item}>
      <Picture
        className={styles.picture}
        media={imageUrl ? { url: imageUrl, alt: '', width: null, height: null } : undefined}
      />
      <div className={styles.text}>
        <p className={styles.title}>
          {productId && isForSale ? (
            <Link to={links.product(productId, line.variantId)}>{title}</Link>
          ) : (
            title
          )}
        </p>
        {line.variantTitle && <p className={styles.variant}>{line.variantTitle}</p>}
        {line.customData.map(({ name: field, value }) => (
          <p key={field} className={styles.variant}>
            {field}: {value}
          </p>
        ))}
        <FormerPrice line={line} />
        <LineProblems line={line} currency={cart?.currency ?? ''} stock={stock} />
      </div>
      <div className={styles.price} data-settling={isSettling}>
        <LinePrice line={line} />
      </div>
      <div className={styles.tools}>
        {isForSale && (
          <QuantityStepper
            label={texts.quantityOf(name)}
            quantity={line.quantity}
            most={mostOfOne}
            onChange={(quantity) => setQuantity(line, quantity)}
          />
        )}
        {stock !== undefined && stock > 0 && stock < line.quantity && (
          <button type="button" className={styles.remove} onClick={() => setQuantity(line, stock)}>
            {texts.takeOnly(stock)}
          </button>
        )}
        <button
          type="button"
          className={styles.remove}
          aria-label={texts.removeItem(name)}
          onClick={() => remove(line)}
        >
          {texts.remove}
        </button>
      </div>
    </li>
  );
}

/** What the line costs before discounts, and what it costs after them where that is less. */
export function LinePrice({
  line,
}: {
  readonly line: Pick<CartLine, 'unitPrice' | 'subtotal' | 'discounts'>;
}) {
  const { locale, texts } = usePreferences();
  const { unitPrice, subtotal, discounts } = line;
  if (!unitPrice) return null;
  const off = discounts.reduce((sum, { amount }) => sum + amount.amount, 0);
  if (off === 0) return <p>{formatMoney(subtotal, locale)}</p>;
  return (
    <p className={styles.discounted}>
      <span className="visually-hidden">{texts.formerPrice} </span>
      <s>{formatMoney(subtotal, locale)}</s>
      <span className="visually-hidden"> {texts.priceNow} </span>
      <span>{formatMoney({ ...subtotal, amount: subtotal.amount - off }, locale)}</span>
    </p>
  );
}

/** Told until the drawer is closed: what one costs has changed since it was last seen. */
function FormerPrice({ line }: { readonly line: CartLine }) {
  const { locale, texts } = usePreferences();
  const { formerPrices } = useCart();
  const former = formerPrices.get(line.id);
  if (former === undefined || !line.unitPrice || former === line.unitPrice.amount) return null;
  const before = formatMoney({ ...line.unitPrice, amount: former }, locale);
  return <p className={styles.warning}>{texts.priceChanged(before, formatMoney(line.unitPrice, locale))}</p>;
}

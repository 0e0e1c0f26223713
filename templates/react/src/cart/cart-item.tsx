import { Link } from 'react-router';
import { links } from '../catalog/links.ts';
import { Picture } from '../catalog/picture.tsx';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { pictureOf } from '../product/pictures.ts';
import { unitsForSale } from '../product/units-for-sale.ts';
import { useCart } from './cart-context.ts';
import styles from './cart-item.module.css';
import { type CartLine, mostOfOne } from './cart-line.ts';
import type { PricedLine } from './load-cart.ts';
import { QuantityStepper } from './quantity-stepper.tsx';

interface CartItemProps {
  readonly line: CartLine;
  /** Undefined while it is being loaded. */
  readonly priced: PricedLine | undefined;
}

export function CartItem({ line, priced }: CartItemProps) {
  const { locale, currency, texts } = usePreferences();
  const { setQuantity, remove } = useCart();
  if (!priced) return <li className={`skeleton ${styles.skeleton}`} />;
  const { product, variant } = priced;
  const title = product?.title ?? texts.notForSale;
  const name = product && product.variants.length > 1 && variant ? `${title}, ${variant.title}` : title;
  const price = variant?.price;
  const stock = variant ? unitsForSale(variant) : null;
  const most = Math.min(mostOfOne, stock ?? mostOfOne);
  return (
    <li className={styles.item}>
      <Picture
        className={styles.picture}
        media={product && variant ? pictureOf(product, variant) : undefined}
      />
      <div className={styles.text}>
        <p className={styles.title}>
          {product && variant ? <Link to={links.product(product.slug, variant.id)}>{title}</Link> : title}
        </p>
        {variant && variant.options.length > 0 && (
          <p className={styles.variant}>{variant.options.map(({ value }) => value).join(' · ')}</p>
        )}
        {product && !variant && <p className={styles.warning}>{texts.notForSale}</p>}
        {variant && !price && <p className={styles.warning}>{texts.noPrice(currency)}</p>}
        {stock === 0 && <p className={styles.warning}>{texts.soldOut}</p>}
        {stock !== null && stock > 0 && line.quantity > stock && (
          <p className={styles.warning}>{texts.onlyInStock(new Intl.NumberFormat(locale).format(stock))}</p>
        )}
      </div>
      <p className={styles.price}>
        {price && formatMoney({ ...price, amount: price.amount * line.quantity }, locale)}
      </p>
      <div className={styles.tools}>
        {variant && (
          <QuantityStepper
            label={texts.quantityOf(name)}
            quantity={line.quantity}
            most={most}
            onChange={(quantity) => setQuantity(line.variantId, quantity, name)}
          />
        )}
        <button
          type="button"
          className={styles.remove}
          aria-label={texts.removeItem(name)}
          onClick={() => remove(line.variantId, name)}
        >
          {texts.remove}
        </button>
      </div>
    </li>
  );
}

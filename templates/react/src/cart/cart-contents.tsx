import { Link } from 'react-router';
import { links } from '../catalog/links.ts';
import { Failure } from '../loading/failure.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './cart-contents.module.css';
import { useCart } from './cart-context.ts';
import { CartItem } from './cart-item.tsx';
import { CartTotalsList } from './cart-totals-list.tsx';
import { CodeForm } from './code-form.tsx';
import { useStock } from './use-stock.ts';

/** What is in the cart, as the platform says it is now. */
export function CartContents() {
  const { texts } = usePreferences();
  const { session, cart, lines, changes, status, error, isLost, isSettling, close } = useCart();
  const stock = useStock(lines);
  const isComing = changes.some(({ kind }) => kind === 'add');

  if (status === 'failed' && error) {
    return <Failure error={error} retry={() => void session.refresh()} texts={texts} />;
  }
  if (status === 'loading') {
    return (
      <div className={styles.lines} aria-busy="true">
        <div className={`skeleton ${styles.skeleton}`} />
        <div className={`skeleton ${styles.skeleton}`} />
      </div>
    );
  }
  const notices = (
    <>
      {isLost && <p className={styles.notice}>{texts.cartLost}</p>}
      {error && (
        <p className={styles.notice} data-kind="error" role="alert">
          {texts.cartNotChanged}
        </p>
      )}
    </>
  );
  if (!cart || (lines.length === 0 && !isComing)) {
    return (
      <>
        {!isComing && (
          <div className={styles.empty}>
            {notices}
            <p>{texts.cartEmpty}</p>
            <button type="button" className="button" onClick={close}>
              {texts.continueShopping}
            </button>
          </div>
        )}
        {isComing && (
          <div className={styles.lines} aria-busy="true">
            <div className={`skeleton ${styles.skeleton}`} />
          </div>
        )}
      </>
    );
  }
  const isBlocked = lines.some(({ problems }) => problems.length > 0);
  return (
    <>
      <div className={styles.lines}>
        {notices}
        <ul aria-busy={isSettling}>
          {lines.map((line) => (
            <CartItem key={line.id} line={line} stock={stock.get(line.variantId)} />
          ))}
          {isComing && <li className={`skeleton ${styles.skeleton}`} />}
        </ul>
      </div>
      <footer className={styles.footer}>
        <CodeForm cart={cart} />
        <CartTotalsList cart={cart} isSettling={isSettling} isBrief />
        <Link className={`button primary ${styles.checkout}`} to={links.checkout} onClick={close}>
          {texts.toCheckout}
        </Link>
        {isBlocked && <p className={styles.note}>{texts.cartBlocked}</p>}
      </footer>
    </>
  );
}

import { Link } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { useCart } from '../cart/cart-context.ts';
import { links } from '../catalog/links.ts';
import { Failure } from '../loading/failure.tsx';
import messageStyles from '../loading/message-page.module.css';
import { usePreferences } from '../preferences/preferences-context.ts';
import { CheckoutForm } from './checkout-form.tsx';
import styles from './checkout-page.module.css';
import { OrderSummary } from './order-summary.tsx';
import { StockTimer } from './stock-timer.tsx';

/** From the cart to the payment on one page. */
export function CheckoutPage() {
  const { texts } = usePreferences();
  const { session, cart, key, status, error } = useCart();
  if (status === 'failed' && error) {
    return <Failure error={error} retry={() => void session.refresh()} texts={texts} />;
  }
  if (status === 'loading') return <CheckoutSkeleton />;
  if (!cart || !key || cart.lines.length === 0) {
    return (
      <section className={messageStyles.message}>
        <PageHead title={texts.checkout.title} />
        <h1>{texts.checkout.emptyTitle}</h1>
        <p>{texts.cartEmpty}</p>
        <p>
          <Link className="button primary" to={links.home}>
            {texts.continueShopping}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <div className={styles.page}>
      <PageHead title={texts.checkout.title} />
      <meta name="robots" content="noindex" />
      <div className={styles.head}>
        <h1>{texts.checkout.title}</h1>
        <StockTimer cart={cart} />
      </div>
      <div className={styles.aside}>
        <OrderSummary cart={cart} />
      </div>
      <CheckoutForm key={cart.id} cart={cart} cartKey={key} />
    </div>
  );
}

export function CheckoutSkeleton() {
  const { texts } = usePreferences();
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.head}>
        <h1>{texts.checkout.title}</h1>
      </div>
      <div className={styles.aside}>
        <div className={`skeleton ${styles.summarySkeleton}`} />
      </div>
      <div className={styles.form}>
        <div className={`skeleton ${styles.formSkeleton}`} />
      </div>
    </div>
  );
}

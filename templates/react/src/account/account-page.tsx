import { useEffect, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { useCart } from '../cart/cart-context.ts';
import { links } from '../catalog/links.ts';
import { savedDraft } from '../checkout/use-saved-draft.ts';
import { ApiError } from '../headlesspro/storefront.js';
import { Failure } from '../loading/failure.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { KnownOrders } from '../orders/known-orders.ts';
import orderStyles from '../orders/order.module.css';
import { OrderCard } from '../orders/order-card.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './account.module.css';
import { loadAccount } from './load-account.ts';
import { useIsSignedIn } from './use-is-signed-in.ts';

/** Who is signed in, and all that they have ordered. */
export function AccountPage() {
  const { api, customer } = useStore();
  const { texts } = usePreferences();
  const isSignedIn = useIsSignedIn();
  const [pages, setPages] = useState(1);
  const loaded = useLoaded(`${isSignedIn} ${pages}`, async (signal) =>
    isSignedIn ? loadAccount(api, pages, signal) : undefined,
  );
  const isGone = loaded.status === 'failed' && ApiError.is(loaded.error, 'sign_in_needed');
  useEffect(() => {
    if (isGone) customer.forget();
  }, [isGone, customer]);

  if (!isSignedIn || isGone) return <Navigate to={links.signIn(links.account)} replace />;
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  const { account } = texts;
  return (
    <div className={orderStyles.page} aria-busy={loaded.status === 'loading'}>
      <PageHead title={account.title} />
      <meta name="robots" content="noindex" />
      <header className={styles.head}>
        <div className={orderStyles.head}>
          <h1>{account.title}</h1>
          <p className={`${styles.muted} ${styles.email}`}>{loaded.data?.customer.email ?? '\u00a0'}</p>
        </div>
        <SignOut />
      </header>
      <section className={styles.orders} aria-labelledby="account-orders">
        <h2 id="account-orders">{texts.orders.title}</h2>
        {!loaded.data && (
          <>
            <p className="visually-hidden" role="status">
              {texts.loading}
            </p>
            <div className={`skeleton ${orderStyles.cardSkeleton}`} />
          </>
        )}
        {loaded.data?.orders.length === 0 && (
          <div className={orderStyles.card}>
            <p>{account.noOrders}</p>
            <p>
              <Link className="button primary" to={links.home}>
                {texts.continueShopping}
              </Link>
            </p>
          </div>
        )}
        <ul className={orderStyles.list}>
          {loaded.data?.orders.map((order) => (
            <li key={order.id}>
              <OrderCard order={order} />
            </li>
          ))}
        </ul>
        {loaded.data?.hasMore && (
          <p>
            <button type="button" className="button" onClick={() => setPages((count) => count + 1)}>
              {account.moreOrders}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}

/** Leaves nothing of the customer in this browser: the next one in front of it may be somebody else. */
function SignOut() {
  const { url, customer } = useStore();
  const { texts } = usePreferences();
  const { session: cart, announce } = useCart();
  const navigate = useNavigate();

  async function signOut() {
    new KnownOrders(url).forget();
    savedDraft(url).remove();
    cart.forget();
    announce(texts.account.signedOut);
    await navigate(links.home);
    await customer.end();
  }

  return (
    <button type="button" className="button" onClick={() => void signOut()}>
      {texts.account.signOut}
    </button>
  );
}

import { type FormEvent, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useIsSignedIn } from '../account/use-is-signed-in.ts';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import { TextField } from '../forms/field.tsx';
import type { Order } from '../headlesspro/storefront.js';
import { Failure } from '../loading/failure.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { KnownOrders } from './known-orders.ts';
import { loadOrders } from './load-order.ts';
import styles from './order.module.css';
import { OrderCard } from './order-card.tsx';

/** The orders that can be opened here, latest first. */
export function OrdersPage() {
  const { api, url } = useStore();
  const { texts } = usePreferences();
  const isSignedIn = useIsSignedIn();
  const known = useMemo(() => new KnownOrders(url).list(), [url]);
  const loaded = useLoaded(JSON.stringify(known.map(({ id }) => id)), (signal) =>
    loadOrders(api, known, signal),
  );
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  return (
    <div className={styles.page} aria-busy={loaded.status === 'loading'}>
      <PageHead title={texts.orders.title} />
      <meta name="robots" content="noindex" />
      <header className={styles.head}>
        <h1>{texts.orders.title}</h1>
        <p className={styles.muted}>{texts.orders.listHint}</p>
        <p>
          {isSignedIn ? (
            <Link to={links.account}>{texts.account.title}</Link>
          ) : (
            <Link to={links.signIn(links.account)}>{texts.account.signInForOrders}</Link>
          )}
        </p>
      </header>
      {!loaded.data && <div className={`skeleton ${styles.cardSkeleton}`} />}
      {loaded.data?.length === 0 && (
        <div className={styles.card}>
          <p>{texts.orders.none}</p>
          <p>
            <Link className="button primary" to={links.home}>
              {texts.continueShopping}
            </Link>
          </p>
        </div>
      )}
      {loaded.data && loaded.data.length > 0 && (
        <>
          <ul className={styles.list}>
            {loaded.data.map((order) => (
              <li key={order.id}>
                <OrderCard order={order} />
              </li>
            ))}
          </ul>
          <FindOrder orders={loaded.data} />
        </>
      )}
    </div>
  );
}

/** By its number, among those that can be opened here: a number alone opens nothing, because anybody can guess it. */
function FindOrder({ orders }: { readonly orders: readonly Order[] }) {
  const { texts } = usePreferences();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string>();

  function find(event: FormEvent) {
    event.preventDefault();
    const wanted = number.trim().replace(/^#/, '');
    const found = orders.find((order) => order.number === wanted);
    if (found) void navigate(links.order(found.id));
    else if (wanted !== '') setProblem(texts.orders.notFoundHere(wanted));
  }

  return (
    <form className={styles.find} onSubmit={find} noValidate>
      <h2>{texts.orders.find}</h2>
      <TextField
        id="order-number"
        label={texts.orders.number}
        problem={problem}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        onChange={(event) => {
          setNumber(event.target.value);
          setProblem(undefined);
        }}
      />
      <button type="submit" className="button">
        {texts.orders.findButton}
      </button>
    </form>
  );
}

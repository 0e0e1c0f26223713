import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { useCart } from '../cart/cart-context.ts';
import { savedCart } from '../cart/saved-cart.ts';
import { links } from '../catalog/links.ts';
import messageStyles from '../loading/message-page.module.css';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './checkout-page.module.css';
import { type Completion, completeCart } from './pay.ts';
import { useFinish } from './use-finish.ts';
import { savedDraft } from './use-saved-draft.ts';

/** Seconds between asking, growing: a payment takes moments, or a day. */
const waits = [1, 2, 3, 5, 8, 13, 21, 30];
/** From then on it says that one may leave. */
const patience = 3;

/** Where the provider's page leads back to: completes the order, or says what to do. Safe to reload. */
export function ReturnPage() {
  const { api, url } = useStore();
  const { texts } = usePreferences();
  const { session } = useCart();
  // As it was when the shopper came back: a cart that the provider's notice has completed is soon forgotten.
  const [key] = useState(() => savedCart(url).read());
  const navigate = useNavigate();
  const finish = useFinish();
  const [parameters] = useSearchParams();
  const paymentId = parameters.get('payment_id') || undefined;
  const [tries, setTries] = useState(0);
  const [last, setLast] = useState<Completion>();
  const asked = useRef(-1);

  useEffect(() => {
    if (!key || asked.current === tries) return;
    asked.current = tries;
    void completeCart(api, key, paymentId)
      // Whether the shopper has paid is not known then, so nothing is said of it, and it is asked again.
      .catch((error: Error): Completion => ({ kind: 'unreached', error }))
      .then((completion) => {
        setLast(completion);
        if (completion.kind === 'ordered') {
          const payment = savedDraft(url).read()?.payment ?? null;
          return finish(completion.completed.order.id, key, payment);
        }
        if (completion.kind === 'failed') {
          const state = { fault: completion.fault.code };
          void session.refresh();
          return navigate(links.checkout, { replace: true, state });
        }
        return undefined;
      });
  });
  const isWaiting = last?.kind === 'pending' || last?.kind === 'unreached';
  useEffect(() => {
    if (!isWaiting) return;
    const seconds = waits[Math.min(tries, waits.length - 1)] ?? 30;
    const timer = setTimeout(() => setTries((count) => count + 1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [isWaiting, tries]);

  const { checkout } = texts;
  if (!key) {
    return (
      <section className={messageStyles.message}>
        <PageHead title={checkout.nothingToReturnTo} />
        <h1>{checkout.nothingToReturnTo}</h1>
        <p>{checkout.nothingToReturnToText}</p>
        <p>
          <Link className="button primary" to={links.orders}>
            {texts.orders.title}
          </Link>
        </p>
      </section>
    );
  }
  const takesLong = isWaiting && tries >= patience;
  return (
    <section className={messageStyles.message} aria-busy={!takesLong}>
      <PageHead title={checkout.confirming} />
      <meta name="robots" content="noindex" />
      <span className={styles.spinner} aria-hidden="true" />
      <div role="status" className={styles.waiting}>
        <h1>{takesLong ? checkout.stillConfirming : checkout.confirming}</h1>
        <p>{takesLong ? checkout.stillConfirmingText : checkout.confirmingText}</p>
      </div>
      {takesLong && (
        <p className={styles.ways}>
          {last?.kind === 'pending' && last.redirectUrl && (
            <a className="button primary" href={last.redirectUrl}>
              {checkout.continuePayment}
            </a>
          )}
          <Link className="button" to={links.checkout}>
            {checkout.otherPayment}
          </Link>
        </p>
      )}
    </section>
  );
}

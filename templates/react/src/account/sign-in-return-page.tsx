import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { useCart } from '../cart/cart-context.ts';
import { savedCart } from '../cart/saved-cart.ts';
import { links } from '../catalog/links.ts';
import { ApiError } from '../headlesspro/storefront.js';
import messageStyles from '../loading/message-page.module.css';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { askedLink } from './asked-link.ts';

type Step = 'waiting' | 'working' | 'refused' | 'failed';

/**
 * Where the link of the mail leads. A browser that asked for a link signs in at once. Another one asks first: a program
 * that looks at links in mails must not use them up, and nobody is signed in by a link that somebody else sent.
 */
export function SignInReturnPage() {
  const { api, url, customer } = useStore();
  const { texts } = usePreferences();
  const { session: cart } = useCart();
  const { hash } = useLocation();
  const navigate = useNavigate();
  // The token stays in this page, and goes out of the address.
  const [token] = useState(() => new URLSearchParams(hash.slice(1)).get('sign_in_token'));
  const [asked] = useState(() => askedLink(url).read());
  const [step, setStep] = useState<Step>(token === null ? 'refused' : 'waiting');
  const isUnderWay = useRef(false);

  async function signIn() {
    if (token === null || isUnderWay.current) return;
    isUnderWay.current = true;
    setStep('working');
    const mine = savedCart(url).read();
    try {
      const signedIn = await api.customers.signIns.complete({
        token,
        ...(mine ? { cartId: mine.id, cartToken: mine.token } : {}),
      });
      askedLink(url).remove();
      customer.begin(signedIn);
      const cartToken = signedIn.cartToken ?? mine?.token;
      if (signedIn.cart && cartToken !== undefined) cart.take(signedIn.cart, cartToken);
      await navigate(asked?.next ?? links.account, { replace: true });
    } catch (error) {
      setStep(ApiError.is(error, 'sign_in_link_invalid') ? 'refused' : 'failed');
    } finally {
      isUnderWay.current = false;
    }
  }

  useEffect(() => {
    if (hash !== '') void navigate(links.signInReturn, { replace: true });
  }, [hash, navigate]);
  const begin = useEffectEvent(() => {
    if (asked) void signIn();
  });
  useEffect(() => begin(), []);

  const { account } = texts;
  if (step === 'refused') {
    return (
      <section className={messageStyles.message}>
        <PageHead title={account.linkRefused} />
        <meta name="robots" content="noindex" />
        <h1>{account.linkRefused}</h1>
        <p>{account.linkRefusedText}</p>
        <p>
          <Link className="button primary" to={links.signIn(asked?.next)}>
            {account.newLink}
          </Link>
        </p>
      </section>
    );
  }
  const isWorking = step === 'working' || (step === 'waiting' && asked !== undefined);
  return (
    <section className={messageStyles.message} aria-busy={isWorking}>
      <PageHead title={account.signIn} />
      <meta name="robots" content="noindex" />
      <div role="status">
        <h1>{isWorking ? account.signingIn : account.signIn}</h1>
        {step === 'failed' && <p>{texts.failedShort}</p>}
      </div>
      {!isWorking && (
        <p>
          <button type="button" className="button primary" onClick={() => void signIn()}>
            {step === 'failed' ? texts.retry : account.signInHere}
          </button>
        </p>
      )}
    </section>
  );
}

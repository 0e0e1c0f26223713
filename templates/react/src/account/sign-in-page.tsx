import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import { TextField } from '../forms/field.tsx';
import { ApiError } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './account.module.css';
import { askedLink, ownPath } from './asked-link.ts';
import { useIsSignedIn } from './use-is-signed-in.ts';

const fieldId = 'sign-in-email';

/** Asks for an address, and has a link sent to it. */
export function SignInPage() {
  const { api, url } = useStore();
  const { locale, texts } = usePreferences();
  const [parameters] = useSearchParams();
  const next = ownPath(parameters.get('next'));
  const isSignedIn = useIsSignedIn();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  if (isSignedIn) return <Navigate to={next} replace />;

  const refuse = (message: string) => {
    setProblem(message);
    document.getElementById(fieldId)?.focus();
  };

  async function ask(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const address = email.trim();
    if (address === '') return refuse(texts.checkout.missing.email);
    setIsBusy(true);
    try {
      const returnUrl = window.location.origin + links.signInReturn;
      await api.customers.signIns.request({ email: address, returnUrl, locale });
      askedLink(url).write({ next });
      setSentTo(address);
    } catch (error) {
      if (ApiError.is(error, 'rate_limited')) refuse(texts.account.tooMany);
      else if (ApiError.is(error, 'invalid_input')) refuse(texts.checkout.invalidEmail);
      else refuse(texts.failedShort);
      if (import.meta.env.DEV) console.warn(error);
    } finally {
      setIsBusy(false);
    }
  }

  if (sentTo !== undefined) return <LookIntoInbox email={sentTo} onAgain={() => setSentTo(undefined)} />;
  return (
    <div className={styles.page}>
      <PageHead title={texts.account.signIn} />
      <meta name="robots" content="noindex" />
      <h1>{texts.account.signIn}</h1>
      <p className={styles.muted}>{texts.account.signInText}</p>
      <form className={styles.form} onSubmit={(event) => void ask(event)} noValidate>
        <TextField
          id={fieldId}
          label={texts.checkout.email}
          problem={problem}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setProblem(undefined);
          }}
        />
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          {texts.account.sendLink}
        </button>
        <p className="visually-hidden" role="status">
          {problem}
        </p>
      </form>
    </div>
  );
}

function LookIntoInbox({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const { url } = useStore();
  const { texts } = usePreferences();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.page}>
      <PageHead title={texts.account.lookIntoInbox} />
      <meta name="robots" content="noindex" />
      <h1 ref={heading} tabIndex={-1}>
        {texts.account.lookIntoInbox}
      </h1>
      <p>{texts.account.linkSent(email)}</p>
      <p>
        <button type="button" className="button" onClick={onAgain}>
          {texts.account.otherAddress}
        </button>
      </p>
      {import.meta.env.DEV && (
        <p className={styles.hint} lang="en">
          While one builds the shop, no mail leaves this machine:{' '}
          <a href={`${url}/dashboard`} target="_blank" rel="noreferrer">
            the inbox on the dashboard
          </a>{' '}
          has it.
        </p>
      )}
    </div>
  );
}

import { ApiError, ConnectionError } from '../headlesspro/storefront.js';
import type { Texts } from '../texts/en.ts';
import styles from './message-page.module.css';

interface FailureProps {
  readonly error: Error;
  readonly retry: () => void;
  readonly texts: Texts;
}

/** Says that something did not work and offers to try again; while one builds the shop, also why. */
export function Failure({ error, retry, texts }: FailureProps) {
  return (
    <section className={styles.message} role="alert">
      <title>{texts.failedTitle}</title>
      <h1>{texts.failedTitle}</h1>
      <p>{texts.failedText}</p>
      <p>
        <button type="button" className="button primary" onClick={retry}>
          {texts.retry}
        </button>
      </p>
      {import.meta.env.DEV && <Reason error={error} />}
    </section>
  );
}

/** For developers, in their language. */
function Reason({ error }: { readonly error: Error }) {
  return (
    <div className={styles.reason} lang="en">
      <p>{error.message}</p>
      {ConnectionError.is(error) && (
        <p>
          Is <code>hp dev</code> still running? It prints where the platform listens; <code>npx hp ps</code>{' '}
          lists what runs on this machine.
        </p>
      )}
      {ApiError.is(error) && error.requestId && (
        <p>
          <code>{error.requestId}</code> finds this request in the log of <code>hp dev</code> and on its
          dashboard.
        </p>
      )}
    </div>
  );
}

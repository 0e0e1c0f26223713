import { Link, useLocation } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import messageStyles from '../loading/message-page.module.css';
import { usePreferences } from '../preferences/preferences-context.ts';

/** An order of another browser, or none: which of them is nobody's business. */
export function UnknownOrder() {
  const { texts } = usePreferences();
  const { pathname } = useLocation();
  return (
    <section className={messageStyles.message}>
      <PageHead title={texts.orders.unknownTitle} />
      <meta name="robots" content="noindex" />
      <h1>{texts.orders.unknownTitle}</h1>
      <p>{texts.orders.unknownText}</p>
      <p>
        <Link className="button primary" to={links.signIn(pathname)}>
          {texts.account.signIn}
        </Link>
      </p>
      <p>
        <Link to={links.orders}>{texts.orders.toList}</Link>
      </p>
    </section>
  );
}

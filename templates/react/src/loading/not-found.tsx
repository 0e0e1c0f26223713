import { Link } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { links } from '../catalog/links.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './message-page.module.css';

export function NotFound() {
  const { texts } = usePreferences();
  return (
    <section className={styles.message}>
      <PageHead title={texts.notFoundTitle} />
      <meta name="robots" content="noindex" />
      <h1>{texts.notFoundTitle}</h1>
      <p>{texts.notFoundText}</p>
      <p>
        <Link className="button primary" to={links.home}>
          {texts.continueShopping}
        </Link>
      </p>
    </section>
  );
}

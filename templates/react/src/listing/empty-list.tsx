import { Link } from 'react-router';
import { links } from '../catalog/links.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './empty-list.module.css';

/** Ways to get products into an empty store. Shown while one builds it, never to shoppers. */
const waysIn = [
  { command: 'npx hp import products.csv', does: 'takes a Shopify export, or JSON Lines' },
  { command: 'npx hp seed', does: 'brings back the samples that this store was made with, if any' },
  { command: 'npx hp env', does: 'prints the address and the keys, for calls of your own' },
] as const;

export function EmptyList({ isWholeStore }: { readonly isWholeStore: boolean }) {
  const { texts } = usePreferences();
  return (
    <div className={styles.empty}>
      <p className={styles.message}>{texts.noProducts}</p>
      {!isWholeStore && (
        <p>
          <Link to={links.home}>{texts.noProductsHint}</Link>
        </p>
      )}
      {isWholeStore && import.meta.env.DEV && (
        <section className={styles.teaching} aria-labelledby="ways-in" lang="en">
          <h2 id="ways-in">Put your first products in</h2>
          <p>
            In the folder of this project, beside the running <code>hp dev</code>:
          </p>
          <dl>
            {waysIn.map(({ command, does }) => (
              <div key={command}>
                <dt>
                  <code>{command}</code>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p>Then load this page again. What a product is, is said in headlesspro.config.ts.</p>
        </section>
      )}
    </div>
  );
}

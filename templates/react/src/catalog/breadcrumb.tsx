import { Link } from 'react-router';
import type { Category } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './breadcrumb.module.css';
import { links } from './links.ts';

/** The way to a page, through the categories above it; the page itself is said by its title. */
export function Breadcrumb({ categories }: { readonly categories: readonly Category[] }) {
  const { texts } = usePreferences();
  return (
    <nav className={styles.breadcrumb} aria-label={texts.breadcrumb}>
      <ol>
        <li>
          <Link to={links.home}>{texts.allProducts}</Link>
        </li>
        {categories.map(({ id, name, slug }) => (
          <li key={id}>
            <Link to={links.category(slug)}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

import { useId } from 'react';
import { NavLink } from 'react-router';
import { usePreferences } from '../preferences/preferences-context.ts';
import { type Catalog, useCatalog } from './catalog-context.ts';
import styles from './catalog-menu.module.css';
import { type CategoryNode, categoryTree } from './category-tree.ts';
import { links } from './links.ts';

/** The filter of a listing: beside it where there is room, folded above it where there is not. */
export function CatalogMenu() {
  const catalog = useCatalog();
  const { texts } = usePreferences();
  if (catalog && catalog.categories.length + catalog.collections.length === 0) return null;
  return (
    <>
      <details className={styles.folded}>
        <summary>{texts.browse}</summary>
        <Places catalog={catalog} />
      </details>
      <div className={styles.open}>
        <Places catalog={catalog} />
      </div>
    </>
  );
}

function Places({ catalog }: { readonly catalog: Catalog | undefined }) {
  const { texts } = usePreferences();
  const id = useId();
  if (!catalog) return <div className={`skeleton ${styles.skeleton}`} aria-hidden="true" />;
  const { categories, collections } = catalog;
  return (
    <>
      <nav aria-labelledby={`${id}-categories`}>
        <h2 id={`${id}-categories`}>{texts.categories}</h2>
        <ul>
          <li>
            <NavLink to={links.home} end>
              {texts.allProducts}
            </NavLink>
          </li>
          <Branch nodes={categoryTree(categories)} />
        </ul>
      </nav>
      {collections.length > 0 && (
        <nav aria-labelledby={`${id}-collections`}>
          <h2 id={`${id}-collections`}>{texts.collections}</h2>
          <ul>
            {collections.map((collection) => (
              <li key={collection.id}>
                <NavLink to={links.collection(collection.slug)}>{collection.name}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function Branch({ nodes }: { readonly nodes: readonly CategoryNode[] }) {
  return nodes.map(({ category, children }) => (
    <li key={category.id}>
      <NavLink to={links.category(category.slug)}>{category.name}</NavLink>
      {children.length > 0 && (
        <ul>
          <Branch nodes={children} />
        </ul>
      )}
    </li>
  ));
}

import { Link, Outlet, ScrollRestoration } from 'react-router';
import { AccountButton } from '../account/account-button.tsx';
import { Announcements } from '../cart/announcements.tsx';
import { CartButton } from '../cart/cart-button.tsx';
import { CartDrawer } from '../cart/cart-drawer.tsx';
import { useCatalog } from '../catalog/catalog-context.ts';
import { links } from '../catalog/links.ts';
import { PreferenceSwitches } from '../preferences/preference-switches.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './layout.module.css';

/** What is around every page. */
export function Layout() {
  const { settings } = useStore();
  const { texts } = usePreferences();
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#content">
        {texts.skipToContent}
      </a>
      <header className={styles.header}>
        <Link className={styles.name} to={links.home}>
          {settings.name}
        </Link>
        <MainMenu />
        <div className={styles.tools}>
          <PreferenceSwitches />
          <AccountButton />
          <CartButton />
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <p>{settings.name}</p>
        <Link to={links.orders}>{texts.orders.title}</Link>
      </footer>
      <Announcements />
      <CartDrawer />
      <ScrollRestoration />
    </div>
  );
}

/** The top of the category tree. */
function MainMenu() {
  const catalog = useCatalog();
  const { texts } = usePreferences();
  const roots = catalog?.categories.filter(({ parentId }) => parentId === null) ?? [];
  return (
    <nav className={styles.menu} aria-label={texts.shop}>
      <ul>
        {roots.map((category) => (
          <li key={category.id}>
            <Link to={links.category(category.slug)}>{category.name}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

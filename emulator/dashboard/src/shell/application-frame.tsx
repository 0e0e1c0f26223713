import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { NavLink, Outlet } from 'react-router';
import { useSession } from '../session/session-context.ts';
import { type Theme, useTheme } from '../theme/use-theme.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Icon } from './icon.tsx';
import { places } from './places.ts';
import { StoreSwitcher } from './store-switcher.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './application-frame.css';

const CommandPalette = lazy(() => import('./command-palette.tsx'));

const themeNames: Readonly<Record<Theme, string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

/** Navigation at the left, the palette in reach, and in between the view. */
export function ApplicationFrame() {
  const { sandbox, store, versions } = useSession();
  const { theme, turn } = useTheme();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  useShortcuts(openPalette);
  useEffect(() => {
    document.title = `${store.name} – HeadlessPro`;
  }, [store.name]);
  return (
    <div className={sandbox ? 'frame frame-sandbox' : 'frame'}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <nav className="side" aria-label="Views">
        <StoreSwitcher />
        <button type="button" className="button palette-button" onClick={openPalette}>
          <span>Go to or look for</span>
          <kbd>Ctrl K</kbd>
        </button>
        <ul className="places">
          {places.map(({ path, name, icon }) => (
            <li key={path}>
              <NavLink to={path} end={path === '/'}>
                <Icon path={icon} />
                <span>{name}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="side-foot">
          <button type="button" className="button" onClick={turn}>
            {themeNames[theme]}
          </button>
          <p>
            HeadlessPro {versions.headlesspro}
            <br />
            Node {versions.node.replace(/^v/, '')}, {versions.database}
          </p>
        </div>
      </nav>
      <main id="main" className="view" tabIndex={-1}>
        <ConnectionNotice />
        <Suspense fallback={<p className="nothing">Loading…</p>}>
          <Outlet />
        </Suspense>
      </main>
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette onClose={() => setPaletteOpen(false)} onTurnTheme={turn} />
        </Suspense>
      )}
    </div>
  );
}

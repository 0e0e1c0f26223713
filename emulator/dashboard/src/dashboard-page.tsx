import { Pending } from './components/pending.tsx';
import { fetchSession, type Session } from './session/session.ts';
import { useLoaded } from './session/use-loaded.ts';
import { Addresses } from './views/addresses/addresses.tsx';
import { Inbox } from './views/inbox/inbox.tsx';
import { Keys } from './views/keys/keys.tsx';
import { Products } from './views/products/products.tsx';
import { Requests } from './views/requests/requests.tsx';
import { Settings } from './views/settings/settings.tsx';
import './dashboard-page.css';

function Dashboard(session: Session) {
  const { store, versions, playground, storefront } = session;
  return (
    <>
      <header className="masthead">
        <div>
          <h1>{store.name}</h1>
          <p className="none">
            HeadlessPro {versions.headlesspro} on Node {versions.node.replace(/^v/, '')}, {versions.database}
          </p>
        </div>
        <nav aria-label="Pages" className="buttons">
          {storefront && (
            <a className="button" href={storefront}>
              Open storefront
            </a>
          )}
          <a className="button primary" href={playground}>
            Open playground
          </a>
        </nav>
      </header>
      <main id="main" className="views">
        <div className="column">
          <Addresses session={session} />
          <Keys session={session} />
        </div>
        <div className="column">
          <Settings session={session} />
        </div>
        <div className="column">
          <Products session={session} />
        </div>
        <Inbox session={session} />
        <Requests />
      </main>
    </>
  );
}

/** One page: where everything is, what the store holds, and what is going on. */
export function DashboardPage() {
  const { loaded, reload } = useLoaded(fetchSession);
  return (
    <div className="page">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Pending of={loaded} what="the dashboard" onRetry={reload}>
        {Dashboard}
      </Pending>
    </div>
  );
}

import { useSession } from '../../session/session-context.ts';
import { Addresses } from '../addresses/addresses.tsx';
import { Keys } from '../keys/keys.tsx';
import { Products } from '../products/products.tsx';
import { Settings } from '../settings/settings.tsx';
import './overview.css';

/** Where everything is, and what the store holds. */
export function Overview() {
  const session = useSession();
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>{session.store.name}</h1>
        {session.storefront && (
          <a className="button primary" href={session.storefront}>
            Open the storefront
          </a>
        )}
      </header>
      <div className="columns">
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
      </div>
    </div>
  );
}

import { useCallback } from 'react';
import { NavLink, Outlet } from 'react-router';
import { Pending } from '../../components/pending.tsx';
import { type Collection, collectionsOf } from '../../contract/collections.ts';
import { fetchDocument } from '../../contract/open-api.ts';
import { titleOf } from '../../contract/words.ts';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { DataContext, type StoreContract } from './data-context.ts';
import './data.css';

function byService(collections: readonly Collection[]): [string, Collection[]][] {
  const services = [...new Set(collections.map(({ service }) => service))];
  return services.map((service) => [service, collections.filter((each) => each.service === service)]);
}

function Navigation({ collections }: { readonly collections: readonly Collection[] }) {
  return (
    <nav className="data-side" aria-label="What the store holds">
      {byService(collections).map(([service, members]) => (
        <section key={service} aria-label={titleOf(service)}>
          <h2>{titleOf(service)}</h2>
          <ul>
            {members.map(({ key, name }) => (
              <li key={key}>
                <NavLink to={`/data/${key}`}>{name}</NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Loaded(contract: StoreContract) {
  return (
    <DataContext value={contract}>
      <div className="data">
        <Navigation collections={contract.collections} />
        <div className="data-main">
          <Outlet />
        </div>
      </div>
    </DataContext>
  );
}

/** Every record of the store, by what its OpenAPI document says of it. */
export default function DataFrame() {
  const session = useSession();
  const load = useCallback(
    async (signal: AbortSignal): Promise<StoreContract> => {
      const document = await fetchDocument(session, signal);
      return { document, collections: collectionsOf(document) };
    },
    [session],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <Pending of={loaded} what="the contract of the store" onRetry={reload}>
      {Loaded}
    </Pending>
  );
}

import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { useMemo } from 'react';
import { withStore } from '../session/open-session.ts';
import { addressOf } from '../session/session.ts';
import { fetcherWith } from './fetcher.ts';
import { firstQuery } from './first-query.ts';
import { namespacedStorage } from './namespaced-storage.ts';
import type { PlaygroundStart } from './playground-page.tsx';
import { setUpWorkers } from './workers.ts';

setUpWorkers();

/** GraphiQL on this store. The key is filled in each time and not kept, so that a reset store gets its new one. */
export default function Editor({ session, channel }: PlaygroundStart) {
  const { store, sandbox, secretKey } = session;
  // GraphiQL reads the schema anew for another fetcher, and starts anew for another storage.
  const fetcher = useMemo(() => fetcherWith(secretKey), [secretKey]);
  const storage = useMemo(() => namespacedStorage(store.id), [store.id]);
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      initialHeaders={JSON.stringify({ authorization: `Bearer ${secretKey}` }, null, 2)}
      defaultQuery={firstQuery(channel?.key, channel?.defaultCurrency)}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="home" href={withStore(addressOf('dashboard'), sandbox && store.id)}>
          {store.name}
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

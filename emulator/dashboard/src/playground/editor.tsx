import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { addressOf } from '../session/session.ts';
import { sendToStore } from './fetcher.ts';
import { firstQuery } from './first-query.ts';
import { namespacedStorage } from './namespaced-storage.ts';
import type { PlaygroundStart } from './playground-page.tsx';
import { setUpWorkers } from './workers.ts';

setUpWorkers();

/** GraphiQL on this store. The key is filled in each time and not kept, so that a reset store gets its new one. */
export default function Editor({ session, channel }: PlaygroundStart) {
  const { store, secretKey } = session;
  return (
    <GraphiQL
      fetcher={sendToStore}
      storage={namespacedStorage(store.id)}
      initialHeaders={JSON.stringify({ authorization: `Bearer ${secretKey}` }, null, 2)}
      defaultQuery={firstQuery(channel?.key, channel?.defaultCurrency)}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="home" href={addressOf('dashboard')}>
          {store.name}
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

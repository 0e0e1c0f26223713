import { useCallback, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { FailureNotice } from '../../components/pending.tsx';
import { type Collection, inputOf } from '../../contract/collections.ts';
import { columnsOf } from '../../contract/columns.ts';
import { words } from '../../contract/words.ts';
import { curlCommand } from '../../journal/curl.ts';
import { useJournalKind } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { type Row, useRows } from '../../session/use-rows.ts';
import { useContract } from './data-context.ts';
import { DataTable } from './data-table.tsx';
import { Filters } from './filters.tsx';
import { OperationDialog } from './operation-dialog.tsx';

/** How a record of the collection comes to be there. */
function NoneYet({ collection: { name, create } }: { readonly collection: Collection }) {
  const { api } = useSession();
  if (!create)
    return (
      <p className="nothing">
        No {name.toLowerCase()} yet. They come by what happens in the store: an order, a payment, an event.
      </p>
    );
  const example = create.operation.requestBody?.content['application/json']?.example ?? {};
  const command = curlCommand({
    ...{
      method: create.method,
      url: `${api}/${create.path}`,
      body: { text: JSON.stringify(example), isCut: false },
    },
    headers: { authorization: 'Bearer', 'content-type': 'application/json' },
  });
  return (
    <div className="nothing">
      <p>No {name.toLowerCase()} yet. Create one here, or by the API:</p>
      <p className="command">
        <code>{command}</code>
        <CopyButton text={command ?? ''} what="the command" />
      </p>
    </div>
  );
}

function Opened({ collection }: { readonly collection: Collection }) {
  const { document } = useContract();
  const [query] = useSearchParams();
  const [isCreating, setCreating] = useState(false);
  const [isStale, setStale] = useState(false);
  const { key, name, list, item, get, create } = collection;
  const missing = inputOf(document, list).inQuery.filter(
    ({ name: needed = '', required }) => required && !query.has(needed),
  );
  const path = missing.length > 0 ? undefined : list.path;
  const { rows, next, error, more, reload } = useRows(path, query.toString());
  const columns = useMemo(() => columnsOf(document, item), [document, item]);
  useJournalKind(
    'change',
    useCallback(() => setStale(true), []),
  );
  const linkTo = useCallback(
    ({ id, key: named }: Row) => {
      const of = id ?? named;
      return get && typeof of === 'string' ? `/data/${key}/${encodeURIComponent(of)}` : undefined;
    },
    [get, key],
  );
  const again = () => {
    setStale(false);
    reload();
  };
  const isEmpty = rows.length === 0 && next === null;
  return (
    <section className="collection" aria-label={name}>
      <header className="collection-head">
        <h1>{name}</h1>
        <span className="none" role="status">
          {next === undefined && !error && path !== undefined
            ? 'Loading…'
            : `${rows.length}${next ? ' and more' : ''}`}
        </span>
        <span className="buttons">
          <button type="button" className="button" onClick={again}>
            {isStale ? 'Something changed: reload' : 'Reload'}
          </button>
          {create && (
            <button type="button" className="button primary" onClick={() => setCreating(true)}>
              Create
            </button>
          )}
        </span>
      </header>
      <Filters key={key} collection={collection} />
      {missing.map(({ name: needed = '', description }) => (
        <p key={needed} className="nothing">
          They are listed by {words(needed)}: fill it in above. {description}
        </p>
      ))}
      {error && <FailureNotice error={error} onRetry={again} />}
      {isEmpty && query.size === 0 && <NoneYet collection={collection} />}
      {isEmpty && query.size > 0 && <p className="nothing">Nothing matches the filter.</p>}
      {rows.length > 0 && (
        <DataTable name={name} columns={columns} rows={rows} linkTo={linkTo} onEnd={more} />
      )}
      {isCreating && create && (
        <OperationDialog
          route={create}
          fixed={{}}
          version={undefined}
          onDone={again}
          onClose={() => setCreating(false)}
        />
      )}
    </section>
  );
}

/** The records of one kind, in a table. */
export default function CollectionView() {
  const { collection: key } = useParams();
  const { collections } = useContract();
  const collection = collections.find((each) => each.key === key);
  if (!collection) return <p className="nothing">The API lists nothing that is called {key}.</p>;
  return <Opened key={collection.key} collection={collection} />;
}

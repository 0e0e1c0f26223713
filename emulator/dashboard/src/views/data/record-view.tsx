import { useCallback, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { Pending } from '../../components/pending.tsx';
import {
  type Collection,
  movesOf,
  pathNames,
  type Related,
  type Route,
  relatedOf,
} from '../../contract/collections.ts';
import { columnsOf, valueAt } from '../../contract/columns.ts';
import { titleOf } from '../../contract/words.ts';
import type { JournalEntry } from '../../journal/journal-client.ts';
import { useJournalEntries } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import type { Row } from '../../session/use-rows.ts';
import { callRoute } from './call-route.ts';
import { useContract } from './data-context.ts';
import { OperationDialog } from './operation-dialog.tsx';
import { RecordFields } from './record-fields.tsx';
import { RecordForm } from './record-form.tsx';
import { RelatedList } from './related-list.tsx';

/** The record's id, under the name that an operation's path has for it. */
function fixedOf(route: Route, id: string): Readonly<Record<string, string>> {
  const [name] = pathNames(route);
  return name === undefined ? {} : { [name]: id };
}

interface OpenedProps {
  readonly collection: Collection;
  readonly id: string;
  readonly record: Row;
  readonly onChanged: () => void;
}

function Opened({ collection, id, record, onChanged }: OpenedProps) {
  const { document, collections } = useContract();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Route>();
  const [shown, setShown] = useState<Related>();
  const { key, name, item, update, remove } = collection;
  const moves = useMemo(() => movesOf(document, collection), [document, collection]);
  const related = useMemo(
    () => relatedOf(document, collection, collections),
    [document, collection, collections],
  );
  const [column] = useMemo(() => columnsOf(document, item), [document, item]);
  const called = String(valueAt(record, column?.path ?? ['id']) ?? id);
  const fixed = useMemo(() => (asked ? fixedOf(asked, id) : {}), [asked, id]);
  const json = JSON.stringify(record, null, 2);
  const isRemoving = asked !== undefined && asked.id === remove?.id;
  return (
    <article className="record" aria-label={called}>
      <header className="record-head">
        <p className="none">
          <Link to={`/data/${key}`}>{name}</Link>
        </p>
        <h1>{called}</h1>
        <div className="buttons">
          {moves.map((move) => (
            <button key={move.id} type="button" className="button" onClick={() => setAsked(move)}>
              {titleOf(
                move.id.startsWith(`${key}.`) ? (move.id.split('.')[2] ?? '') : move.operation.summary,
              )}
            </button>
          ))}
          {remove && (
            <button type="button" className="button danger" onClick={() => setAsked(remove)}>
              Delete
            </button>
          )}
          <CopyButton text={id} what="the id" label="Copy the id" />
          <CopyButton text={json} what="the record" label="Copy as JSON" />
          <Link className="button" to={`/activity?subject=${encodeURIComponent(id)}`}>
            What happened to it
          </Link>
        </div>
      </header>
      <div className="record-columns">
        {update && (
          <RecordForm route={update} fixed={fixedOf(update, id)} record={record} onChanged={onChanged} />
        )}
        <RecordFields record={record} item={item} />
      </div>
      {related.length > 0 && (
        <section className="record-related" aria-label="What belongs to it">
          <div className="buttons">
            {related.map((each) => (
              <button
                key={each.list.id}
                type="button"
                className="button"
                aria-pressed={shown === each}
                onClick={() => setShown(shown === each ? undefined : each)}
              >
                {each.name}
              </button>
            ))}
          </div>
          {shown && <RelatedList key={shown.list.id} related={shown} id={id} />}
        </section>
      )}
      {asked && (
        <OperationDialog
          route={asked}
          fixed={fixed}
          version={typeof record.version === 'number' ? record.version : undefined}
          onDone={isRemoving ? () => void navigate(`/data/${key}`) : onChanged}
          onClose={() => setAsked(undefined)}
        />
      )}
    </article>
  );
}

function Loading({
  collection,
  id,
  get,
}: {
  readonly collection: Collection;
  readonly id: string;
  readonly get: Route;
}) {
  const session = useSession();
  const load = useCallback(
    (signal: AbortSignal) =>
      callRoute<Row>(session, get, {
        inPath: fixedOf(get, id),
        // A record that is read by POST, so that no token stands in an address.
        ...(get.method === 'POST' && { body: {} }),
        signal,
      }),
    [session, get, id],
  );
  const { loaded, reload, refresh } = useLoaded(load);
  useJournalEntries(
    useCallback(
      ({ kind, subject }: JournalEntry) => {
        if (kind === 'event' && subject === id) refresh();
      },
      [id, refresh],
    ),
  );
  return (
    <Pending of={loaded} what="the record" onRetry={reload}>
      {(record) => <Opened collection={collection} id={id} record={record} onChanged={refresh} />}
    </Pending>
  );
}

/** One record: what it says, what can be changed, what can be done about it, and what belongs to it. */
export default function RecordView() {
  const { collection: key, id = '' } = useParams();
  const { collections } = useContract();
  const collection = collections.find((each) => each.key === key);
  if (!collection?.get) return <p className="nothing">The API opens nothing that is called {key}.</p>;
  return <Loading key={id} collection={collection} id={id} get={collection.get} />;
}

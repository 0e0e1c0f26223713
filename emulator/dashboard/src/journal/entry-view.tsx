import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { CopyButton } from '../components/copy-button.tsx';
import { dateAndTime, duration } from '../components/format.ts';
import { Pending } from '../components/pending.tsx';
import { idOfRecord } from '../contract/collections.ts';
import { useSession } from '../session/session-context.ts';
import { useLoaded } from '../session/use-loaded.ts';
import { MessageView } from './body-view.tsx';
import { ChangeList } from './change-list.tsx';
import { CheckSignatureLink } from './check-signature-link.tsx';
import { curlOf } from './curl.ts';
import { kindNames, StatusBadge } from './entry-line.tsx';
import { fetchEntry, type OpenedEntry } from './journal-client.ts';
import { NoteAndPin } from './note-and-pin.tsx';
import './entry-view.css';

interface Fact {
  readonly name: string;
  readonly value: string;
}

function factsOf({ at, type, endpoint, subject, durationMs, fault, detail }: OpenedEntry): Fact[] {
  const facts: [string, string | null | undefined][] = [
    ['At', dateAndTime(at)],
    ['Type', type],
    ['Endpoint', endpoint],
    ['About', subject],
    ['Took', durationMs === null ? null : duration(durationMs)],
    ['Request id', detail.requestId],
    ['Event', detail.eventId],
    ['Delivery', detail.deliveryId],
    ['Attempt', detail.attempt === undefined ? null : String(detail.attempt)],
    ['Failure', detail.error],
    ['Fault', fault],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** What there is of an entry: facts, messages, data or changes. */
export function EntryDetails({ entry }: { readonly entry: OpenedEntry }) {
  const { request, response, data, changes, furtherChanges = 0 } = entry.detail;
  return (
    <>
      <dl className="facts">
        {factsOf(entry).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{idOfRecord.test(value) ? <Link to={`/data/find/${value}`}>{value}</Link> : value}</dd>
          </div>
        ))}
      </dl>
      {request && (
        <div className="sides">
          <MessageView title="Request" message={request} />
          <MessageView title="Response" message={response ?? null} />
        </div>
      )}
      {data && <MessageView title="Data" message={{ headers: {}, body: data }} />}
      {changes && <ChangeList changes={changes} further={furtherChanges} />}
    </>
  );
}

function Opened({ entry: loaded }: { readonly entry: OpenedEntry }) {
  const session = useSession();
  const [entry, setEntry] = useState(loaded);
  const { kind, title, traceId } = entry;
  const curl = curlOf(entry, session.api);
  return (
    <article className="entry" aria-label={`${kindNames[kind]}: ${title}`}>
      <header className="entry-head">
        <div className="entry-name">
          <span className={`kind kind-${kind}`}>{kindNames[kind]}</span>
          <StatusBadge entry={entry} />
        </div>
        <h2>{title}</h2>
        <div className="buttons">
          {traceId && (
            <Link className="button primary" to={`/traces/${traceId}`}>
              Timeline of this trace
            </Link>
          )}
          {curl && <CopyButton text={curl} what="as curl" label="Copy as curl" />}
          <CheckSignatureLink message={entry.detail.request} />
          <NoteAndPin entry={entry} onChanged={setEntry} />
        </div>
      </header>
      <EntryDetails entry={entry} />
    </article>
  );
}

/** An entry, opened. */
export function EntryView({ id }: { readonly id: string }) {
  const session = useSession();
  const load = useCallback((signal: AbortSignal) => fetchEntry(session, id, signal), [session, id]);
  const { loaded, reload } = useLoaded(load);
  return (
    <Pending of={loaded} what="the entry" onRetry={reload}>
      {(entry) => <Opened key={entry.id} entry={entry} />}
    </Pending>
  );
}

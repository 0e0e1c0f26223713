import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { Nothing, Pending } from '../../components/pending.tsx';
import { EntryLine } from '../../journal/entry-line.tsx';
import { EntryDetails } from '../../journal/entry-view.tsx';
import { fetchTrace, type JournalEntry, type OpenedEntry } from '../../journal/journal-client.ts';
import { useJournalEntries } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import './trace-view.css';

function Step({ entry }: { readonly entry: OpenedEntry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`step step-${entry.kind} ${entry.isFailure ? 'step-failed' : ''}`}>
      <button type="button" className="step-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <EntryLine entry={entry} />
      </button>
      {isOpen && (
        <div className="step-detail">
          <EntryDetails entry={entry} />
        </div>
      )}
    </li>
  );
}

function Timeline({ entries }: { readonly entries: readonly OpenedEntry[] }) {
  if (entries.length === 0) {
    return (
      <Nothing>
        Nothing is known of this trace. Older entries are removed when there are many; pinned ones stay.
      </Nothing>
    );
  }
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <Step key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

/** Everything that one request has caused, in the order in which it happened. */
export default function TraceView() {
  const session = useSession();
  const { traceId = '' } = useParams();
  const load = useCallback((signal: AbortSignal) => fetchTrace(session, traceId, signal), [session, traceId]);
  const { loaded, reload, refresh } = useLoaded(load);
  useJournalEntries(
    useCallback(
      (entry: JournalEntry) => {
        if (entry.traceId === traceId) refresh();
      },
      [traceId, refresh],
    ),
  );
  return (
    <div className="view-page">
      <header className="view-head">
        <div>
          <h1>Timeline</h1>
          <p className="none mono trace-id">{traceId}</p>
        </div>
        <CopyButton text={traceId} what="the trace id" label="Copy the trace id" />
      </header>
      <Pending of={loaded} what="the trace" onRetry={reload}>
        {({ data }) => <Timeline entries={data} />}
      </Pending>
    </div>
  );
}

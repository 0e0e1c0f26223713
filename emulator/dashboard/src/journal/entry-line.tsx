import { duration, timeOfDay } from '../components/format.ts';
import type { EntryKind, JournalEntry } from './journal-client.ts';
import './entry-line.css';

export const kindNames: Readonly<Record<EntryKind, string>> = {
  request: 'Request',
  change: 'Change',
  event: 'Event',
  delivery_attempt: 'Delivery',
  provider_call: 'Provider call',
  mail: 'Mail',
  received: 'Received',
};

export function StatusBadge({ entry: { status, isFailure } }: { readonly entry: JournalEntry }) {
  if (status === null) return null;
  return <span className={`badge ${isFailure ? 'badge-bad' : 'badge-good'}`}>{status}</span>;
}

/** What happened, in one line. */
export function EntryLine({ entry }: { readonly entry: JournalEntry }) {
  const { kind, at, title, type, endpoint, subject, durationMs, isPinned, note, fault } = entry;
  const about = [kind === 'request' || kind === 'provider_call' ? type : endpoint, subject, note].filter(
    Boolean,
  );
  return (
    <span className="entry-line">
      <time dateTime={at}>{timeOfDay(at)}</time>
      <span className={`kind kind-${kind}`}>{kindNames[kind]}</span>
      <span className="entry-title">
        {isPinned && <span className="pin">pinned </span>}
        {fault !== null && <span className="badge badge-waiting">fault</span>}
        <code>{title}</code>
        {about.length > 0 && <span className="entry-about">{about.join(' · ')}</span>}
      </span>
      <StatusBadge entry={entry} />
      <span className="entry-duration">{durationMs === null ? '' : duration(durationMs)}</span>
    </span>
  );
}

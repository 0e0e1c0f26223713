import { type FormEvent, useId, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { annotateEntry, type OpenedEntry } from './journal-client.ts';

interface NoteAndPinProps {
  readonly entry: OpenedEntry;
  readonly onChanged: (entry: OpenedEntry) => void;
}

/** Keeps an entry when older ones are removed, and says why it is worth it. */
export function NoteAndPin({ entry, onChanged }: NoteAndPinProps) {
  const session = useSession();
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const field = useId();
  const change = (what: { readonly isPinned?: boolean; readonly note?: string | null }) =>
    annotateEntry(session, entry.id, what).then(
      (changed) => {
        setFailure(undefined);
        setWriting(false);
        onChanged(changed);
      },
      (error: Error) => setFailure(error.message),
    );
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim();
    void change({ note: note === '' ? null : note });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={entry.isPinned}
        onClick={() => void change({ isPinned: !entry.isPinned })}
      >
        {entry.isPinned ? 'Pinned' : 'Pin'}
      </button>
      <button
        type="button"
        className="button"
        aria-expanded={isWriting}
        onClick={() => setWriting(!isWriting)}
      >
        {entry.note ? 'Edit the note' : 'Add a note'}
      </button>
      {entry.note && !isWriting && <p className="note">{entry.note}</p>}
      {isWriting && (
        <form className="note-form" onSubmit={save}>
          <label htmlFor={field}>Note</label>
          <input
            id={field}
            className="field"
            name="note"
            defaultValue={entry.note ?? ''}
            maxLength={2000}
            autoComplete="off"
          />
          <button type="submit" className="button primary">
            Save
          </button>
        </form>
      )}
      {failure && (
        <p className="failure-line" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

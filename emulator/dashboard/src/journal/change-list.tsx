import type { OpenedEntry } from './journal-client.ts';

interface ChangeListProps {
  readonly changes: NonNullable<OpenedEntry['detail']['changes']>;
  readonly further: number;
}

/** The documents that a transaction wrote. */
export function ChangeList({ changes, further }: ChangeListProps) {
  return (
    <section className="message" aria-label="Changes">
      <header className="message-head">
        <h3>Written together</h3>
      </header>
      <dl className="headers">
        {changes.map(({ collection, id, action, version }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one transaction may write a document several times, in order
          <div key={place}>
            <dt>
              {action} {collection}
            </dt>
            <dd>
              {id}
              {version !== null && `, version ${version}`}
            </dd>
          </div>
        ))}
      </dl>
      {further > 0 && <p className="cut">And {further} more.</p>}
    </section>
  );
}

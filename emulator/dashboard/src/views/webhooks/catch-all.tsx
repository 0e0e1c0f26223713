import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { EntryList } from '../../journal/entry-list.tsx';
import { useJournal } from '../../journal/use-journal.ts';
import { receiverOf } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';

const received = { kind: 'received' } as const;

/** URLs that take whatever is sent to them, and what came. */
export function CatchAll() {
  const session = useSession();
  const navigate = useNavigate();
  const { entries, next, more } = useJournal(received, false);
  const [name, setName] = useState('shop');
  const [status, setStatus] = useState('200');
  const id = useId();
  const suffix = status === '200' ? '' : `?status=${status}`;
  const url = receiverOf(session, name || 'shop') + suffix;
  const command = `curl -X POST '${url}' --data '{"type":"order.placed"}'`;
  return (
    <div className="columns">
      <Panel title="A URL for any service">
        <div className="form">
          <label htmlFor={`${id}name`}>Name</label>
          <input
            id={`${id}name`}
            className="field"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <label htmlFor={`${id}status`}>Answers with</label>
          <select
            id={`${id}status`}
            className="field"
            value={status}
            onChange={({ target }) => setStatus(target.value)}
          >
            {['200', '202', '400', '410', '429', '500', '503'].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <p className="made-secret">
            <code>{url}</code>
            <CopyButton text={url} what="the URL" />
          </p>
          <p className="none">
            Add <code>delay=2000</code> for an answer after two seconds. Try it:
          </p>
          <p className="made-secret">
            <code>{command}</code>
            <CopyButton text={command} what="the command" />
          </p>
        </div>
      </Panel>
      <Panel title="Received" aside={<Link to="/activity?kind=received">All in the activity</Link>}>
        {entries.length === 0 ? (
          <p className="nothing">{next === null ? 'Nothing was sent here yet.' : 'Loading…'}</p>
        ) : (
          <div className="received">
            <EntryList
              entries={entries}
              openId={undefined}
              linkTo={(entry) => `/activity/${entry.id}?kind=received`}
              onMove={(entry) => void navigate(`/activity/${entry.id}?kind=received`)}
              onEnd={more}
            />
          </div>
        )}
      </Panel>
    </div>
  );
}

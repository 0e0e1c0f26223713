import { useMemo, useState, useSyncExternalStore } from 'react';
import { Panel } from '../../components/panel.tsx';
import { Nothing } from '../../components/pending.tsx';
import { RequestRow } from './request-row.tsx';
import { RequestStream, type ShownRequest, type StreamState } from './request-stream.ts';
import './requests.css';

const connections: Readonly<Record<StreamState['connection'], string>> = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'Connection lost, trying again',
};

interface Filter {
  readonly text: string;
  readonly onlyErrors: boolean;
}

function matches({ text, onlyErrors }: Filter) {
  const wanted = text.trim().toLowerCase();
  return ({ status, method, path, operation = '', requestId }: ShownRequest) =>
    (!onlyErrors || status >= 400) &&
    `${method} ${path} ${operation} ${requestId}`.toLowerCase().includes(wanted);
}

function LogTable({ requests }: { readonly requests: readonly ShownRequest[] }) {
  return (
    <div className="log-scroll">
      <table className="log">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Method</th>
            <th scope="col">Path</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Duration
            </th>
            <th scope="col">Operation</th>
            <th scope="col">Request id</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <RequestRow key={request.requestId} request={request} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every request as it is answered. */
export function Requests() {
  const stream = useMemo(() => new RequestStream(), []);
  const { connection, requests } = useSyncExternalStore(stream.subscribe, stream.read);
  const [filter, setFilter] = useState<Filter>({ text: '', onlyErrors: false });
  const [held, setHeld] = useState<readonly ShownRequest[]>();
  const shown = (held ?? requests).filter(matches(filter));
  return (
    <Panel
      title="Requests"
      className="requests"
      aside={
        <div className="log-tools">
          <span className={`connection connection-${connection}`} role="status">
            {held ? 'Paused' : connections[connection]}
          </span>
          <label className="visually-hidden" htmlFor="log-filter">
            Show only requests with this text
          </label>
          <input
            id="log-filter"
            type="search"
            placeholder="Filter"
            value={filter.text}
            onChange={({ target }) => setFilter({ ...filter, text: target.value })}
          />
          <button
            type="button"
            className="button"
            aria-pressed={filter.onlyErrors}
            onClick={() => setFilter({ ...filter, onlyErrors: !filter.onlyErrors })}
          >
            Errors only
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={held !== undefined}
            onClick={() => setHeld(held ? undefined : requests)}
          >
            Pause
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setHeld(undefined);
              stream.clear();
            }}
          >
            Clear
          </button>
        </div>
      }
    >
      {shown.length > 0 ? (
        <LogTable requests={shown} />
      ) : (
        <Nothing>
          {requests.length > 0
            ? 'No request matches the filter.'
            : 'No requests yet. Open the storefront or the playground, and they appear here.'}
        </Nothing>
      )}
    </Panel>
  );
}

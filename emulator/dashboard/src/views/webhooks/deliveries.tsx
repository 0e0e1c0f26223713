import { useCallback, useId, useState } from 'react';
import { Link } from 'react-router';
import { Panel } from '../../components/panel.tsx';
import { FailureNotice } from '../../components/pending.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useJournalKind } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { useRows } from '../../session/use-rows.ts';
import { DeliveryDiff } from './delivery-diff.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { DeliveryView } from './delivery-view.tsx';
import { type DeliverySummary, fetchEndpoints } from './webhook-client.ts';

const states = {
  '': 'Every state',
  pending: 'Pending',
  delivered: 'Delivered',
  dead: 'Dead letters',
} as const;

/** By what the API filters deliveries: state, endpoint, and the order or whatever else they are about. */
function DeliveryFilter() {
  const session = useSession();
  const { query, set } = useQuery();
  const id = useId();
  const load = useCallback((signal: AbortSignal) => fetchEndpoints(session, signal), [session]);
  const { loaded } = useLoaded(load);
  const endpoints = loaded.state === 'ready' ? loaded.value.data : [];
  return (
    <div className="delivery-filter">
      <select
        className="field"
        aria-label="State"
        value={query.get('state') ?? ''}
        onChange={({ target }) => set('state', target.value)}
      >
        {Object.entries(states).map(([state, name]) => (
          <option key={state} value={state}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label="Endpoint"
        value={query.get('endpointId') ?? ''}
        onChange={({ target }) => set('endpointId', target.value)}
      >
        <option value="">Every endpoint</option>
        {endpoints.map((endpoint) => (
          <option key={endpoint.id} value={endpoint.id}>
            {endpoint.url}
          </option>
        ))}
      </select>
      <label className="visually-hidden" htmlFor={id}>
        About
      </label>
      <TypedField
        id={id}
        placeholder="About: ord_…"
        value={query.get('subject') ?? ''}
        onTyped={(subject) => set('subject', subject)}
      />
    </div>
  );
}

/** What was sent and what is on its way; two of them can be compared. */
export function Deliveries({ id }: { readonly id?: string | undefined }) {
  const { query } = useQuery();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { rows, next, error, more, reload, refresh } = useRows<DeliverySummary>(
    'v1/webhooks/deliveries',
    query.toString(),
  );
  useJournalKind('delivery_attempt', refresh);
  const choose = (delivery: string) =>
    setChosen((before) =>
      before.includes(delivery) ? before.filter((one) => one !== delivery) : [...before, delivery].slice(-2),
    );
  const [first, second] = chosen;
  const isEmpty = rows.length === 0 && next === null;
  return (
    <div className="delivery-columns">
      <Panel
        title="Deliveries"
        aside={
          <span className="none" role="status">
            {next === undefined && !error ? 'Loading…' : `${rows.length}${next ? ' and more' : ''}`}
          </span>
        }
      >
        <DeliveryFilter />
        {error && <FailureNotice error={error} onRetry={reload} />}
        {isEmpty && query.size > 0 && <p className="nothing">Nothing matches the filter.</p>}
        {isEmpty && query.size === 0 && (
          <p className="nothing">
            Nothing was sent yet. <Link to="/webhooks/endpoints">Create an endpoint</Link>, then do something
            in the storefront.
          </p>
        )}
        {rows.length > 0 && (
          <DeliveryList deliveries={rows} openId={id} chosen={chosen} onChoose={choose} onEnd={more} />
        )}
      </Panel>
      <div className="column">
        {first && second && <DeliveryDiff first={first} second={second} />}
        {id ? (
          <DeliveryView key={id} id={id} onReplayed={refresh} />
        ) : (
          !second && <p className="nothing">Open a delivery to see its attempts, or choose two to compare.</p>
        )}
      </div>
    </div>
  );
}

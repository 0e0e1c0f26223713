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

/** The API lists by endpoint and state, or by type, or by what deliveries are about: one choice takes the others back. */
const choices: readonly (readonly string[])[] = [['state', 'endpointId'], ['eventType'], ['subject']];

function useDeliveryFilter() {
  const { query, set } = useQuery();
  const choose = (name: string, value: string) =>
    set(name, value, value ? choices.filter((choice) => !choice.includes(name)).flat() : []);
  return { query, choose };
}

interface TextFilterProps {
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly onTyped: (value: string) => void;
}

function TextFilter({ label, example, value, onTyped }: TextFilterProps) {
  const id = useId();
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <TypedField id={id} placeholder={`${label}: ${example}`} value={value} onTyped={onTyped} />
    </>
  );
}

function DeliveryFilter() {
  const session = useSession();
  const { query, choose } = useDeliveryFilter();
  const load = useCallback((signal: AbortSignal) => fetchEndpoints(session, signal), [session]);
  const { loaded } = useLoaded(load);
  const endpoints = loaded.state === 'ready' ? loaded.value.data : [];
  return (
    <div className="delivery-filter">
      <select
        className="field"
        aria-label="State"
        value={query.get('state') ?? ''}
        onChange={({ target }) => choose('state', target.value)}
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
        onChange={({ target }) => choose('endpointId', target.value)}
      >
        <option value="">Every endpoint</option>
        {endpoints.map((endpoint) => (
          <option key={endpoint.id} value={endpoint.id}>
            {endpoint.url}
          </option>
        ))}
      </select>
      <TextFilter
        label="Type"
        example="order.placed"
        value={query.get('eventType') ?? ''}
        onTyped={(eventType) => choose('eventType', eventType)}
      />
      <TextFilter
        label="About"
        example="ord_…"
        value={query.get('subject') ?? ''}
        onTyped={(subject) => choose('subject', subject)}
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

import { useCallback, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { dateAndTime } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { useJournalKind } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { DeliveryDiff } from './delivery-diff.tsx';
import { DeliveryView } from './delivery-view.tsx';
import { type DeliverySummary, fetchDeliveries } from './webhook-client.ts';

const states = { '': 'All', pending: 'Pending', delivered: 'Delivered', dead: 'Dead letters' } as const;

function badgeOf({ state, lastError }: DeliverySummary): string {
  if (state === 'delivered') return 'badge-good';
  return state === 'dead' || lastError !== null ? 'badge-bad' : 'badge-waiting';
}

interface RowProps {
  readonly delivery: DeliverySummary;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ delivery, isOpen, isChosen, onChoose }: RowProps) {
  const { id, eventType, subject, createdAt, state, attemptCount } = delivery;
  const [query] = useSearchParams();
  return (
    <li className="delivery-row" data-open={isOpen}>
      <input
        type="checkbox"
        aria-label={`Compare ${eventType} of ${dateAndTime(createdAt)}`}
        checked={isChosen}
        onChange={onChoose}
      />
      <Link to={`/webhooks/deliveries/${id}?${query}`} aria-current={isOpen}>
        <span className="delivery-name">
          <strong>{eventType}</strong>
          <span className={`badge ${badgeOf(delivery)}`}>{state}</span>
        </span>
        <span className="none delivery-about">
          {subject}, {dateAndTime(createdAt)}, {attemptCount} {attemptCount === 1 ? 'attempt' : 'attempts'}
        </span>
      </Link>
    </li>
  );
}

/** What was sent and what is on its way; two of them can be compared. */
export function Deliveries({ id }: { readonly id?: string | undefined }) {
  const session = useSession();
  const [query, setQuery] = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = query.toString();
  const load = useCallback(
    (signal: AbortSignal) => fetchDeliveries(session, Object.fromEntries(new URLSearchParams(asked)), signal),
    [session, asked],
  );
  const { loaded, reload, refresh } = useLoaded(load);
  useJournalKind('delivery_attempt', refresh);
  const choose = (delivery: string) =>
    setChosen((before) =>
      before.includes(delivery) ? before.filter((one) => one !== delivery) : [...before, delivery].slice(-2),
    );
  const [first, second] = chosen;
  return (
    <div className="delivery-columns">
      <Panel
        title="Deliveries"
        aside={
          <select
            className="field"
            aria-label="State"
            value={query.get('state') ?? ''}
            onChange={({ target }) => {
              const endpointId = query.get('endpointId');
              setQuery({ ...(target.value && { state: target.value }), ...(endpointId && { endpointId }) });
            }}
          >
            {Object.entries(states).map(([state, name]) => (
              <option key={state} value={state}>
                {name}
              </option>
            ))}
          </select>
        }
      >
        <Pending of={loaded} what="deliveries" onRetry={reload}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="nothing">
                Nothing was sent yet. <Link to="/webhooks/endpoints">Create an endpoint</Link>, then do
                something in the storefront.
              </p>
            ) : (
              <ul className="delivery-list">
                {data.map((delivery) => (
                  <Row
                    key={delivery.id}
                    delivery={delivery}
                    isOpen={delivery.id === id}
                    isChosen={chosen.includes(delivery.id)}
                    onChoose={() => choose(delivery.id)}
                  />
                ))}
              </ul>
            )
          }
        </Pending>
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

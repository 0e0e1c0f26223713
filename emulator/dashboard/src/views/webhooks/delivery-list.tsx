import { Link, useSearchParams } from 'react-router';
import { dateAndTime } from '../../components/format.ts';
import { useVirtualRows } from '../../components/use-virtual-rows.ts';
import type { DeliverySummary } from './webhook-client.ts';

function badgeOf({ state, lastError }: DeliverySummary): string {
  if (state === 'delivered') return 'badge-good';
  return state === 'dead' || lastError !== null ? 'badge-bad' : 'badge-waiting';
}

interface RowProps {
  readonly delivery: DeliverySummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ delivery, isChosen, onChoose }: RowProps) {
  const { id, eventType, subject, createdAt, state, attemptCount } = delivery;
  const [query] = useSearchParams();
  return (
    <>
      <input
        type="checkbox"
        aria-label={`Compare ${eventType} of ${dateAndTime(createdAt)}`}
        checked={isChosen}
        onChange={onChoose}
      />
      <Link to={`/webhooks/deliveries/${id}?${query}`}>
        <span className="delivery-name">
          <strong>{eventType}</strong>
          <span className={`badge ${badgeOf(delivery)}`}>{state}</span>
        </span>
        <span className="none delivery-about">
          {dateAndTime(createdAt)}, {attemptCount} {attemptCount === 1 ? 'attempt' : 'attempts'}, {subject}
        </span>
      </Link>
    </>
  );
}

interface DeliveryListProps {
  readonly deliveries: readonly DeliverySummary[];
  readonly openId: string | undefined;
  /** Of those that are compared. */
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  /** Asked when the end comes in sight. */
  readonly onEnd: () => void;
}

const rowHeight = 60;

/** Thousands of deliveries, of which those in sight are in the page. */
export function DeliveryList({ deliveries, openId, chosen, onChoose, onEnd }: DeliveryListProps) {
  const { scroll, rows, height, styleOf } = useVirtualRows(deliveries, {
    ...{ rowHeight, onEnd, keyOf: ({ id }) => id },
  });
  return (
    <div ref={scroll} className="delivery-list">
      <ul style={{ height }}>
        {rows.map(({ item: delivery, key, place }) => (
          <li
            key={key}
            className="delivery-row"
            data-open={delivery.id === openId}
            style={styleOf(place)}
            aria-setsize={deliveries.length}
            aria-posinset={place + 1}
          >
            <Row
              delivery={delivery}
              isChosen={chosen.includes(delivery.id)}
              onChoose={() => onChoose(delivery.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { SimulatorContext } from '../../simulator.ts';
import { type DeliveryDocument, deliveries, objects } from '../collections.ts';
import { retryDelaySeconds } from './retry-delay.ts';
import { send } from './send.ts';

const sentAtOnce = 16;

type Outcome = Pick<DeliveryDocument, 'state' | 'due' | 'attempts'>;

function afterAttempt(
  delivery: DeliveryDocument,
  now: Date,
  attempt: { readonly status: number | null; readonly answer: string },
): Outcome {
  const attempts = [...delivery.attempts, { at: now.toISOString(), ...attempt }];
  const { status } = attempt;
  if (status !== null && status >= 200 && status < 300)
    return { state: 'delivered', due: delivery.due, attempts };
  const delay = retryDelaySeconds(attempts.length);
  if (delay === undefined) return { state: 'failed', due: delivery.due, attempts };
  return { state: 'pending', due: now.getTime() + delay * 1000, attempts };
}

async function attemptDelivery(
  { store, clock, address, sendNotice }: SimulatorContext,
  delivery: DeliveryDocument,
  signal: AbortSignal,
): Promise<void> {
  const [event, endpoint] = await store.getMany(objects, [delivery.event, delivery.endpoint]);
  const url = endpoint?.object.url;
  const secret = endpoint?.hidden.secret;
  // Deleted since: nobody waits for it any more.
  const isGone = !event || typeof url !== 'string' || typeof secret !== 'string';
  const attempt = isGone
    ? undefined
    : await send(sendNotice, {
        ...{ url: address(url), secret, signal },
        body: JSON.stringify(event.object, null, 2),
      });
  // Stopping is no failure of the endpoint: it is sent again after the next start.
  if (signal.aborted) return;
  await store.transaction(async (writer) => {
    const outcome = attempt
      ? afterAttempt(delivery, clock.now(), attempt)
      : { state: 'failed' as const, due: delivery.due, attempts: delivery.attempts };
    await writer.update(deliveries, delivery.id, (current) => ({ ...current, ...outcome }));
    if (!event) return;
    const { items } = await writer.query(deliveries, {
      ...{ index: 'by_event', where: { event: event.id }, pageSize: 100 },
    });
    const pending = items.filter(({ document }) => document.state === 'pending').length;
    if (pending === event.object.pending_webhooks) return;
    await writer.update(objects, event.id, (current) => ({
      ...current,
      object: { ...current.object, pending_webhooks: pending },
    }));
  });
}

/** Sends what is due, a few at a time. Answers how many that were. */
export async function deliverDue(context: SimulatorContext, signal: AbortSignal): Promise<number> {
  const { store, clock } = context;
  let done = 0;
  while (!signal.aborted) {
    const { items } = await store.query(deliveries, {
      ...{ index: 'by_state', where: { state: 'pending' }, pageSize: sentAtOnce },
    });
    const due = items.filter(({ document }) => document.due <= clock.now().getTime());
    if (due.length === 0) break;
    done += due.length;
    await Promise.all(due.map(({ document }) => attemptDelivery(context, document, signal)));
  }
  return done;
}

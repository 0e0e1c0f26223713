import { apiVersion } from '../api-version.ts';
import { deliveries } from '../collections.ts';
import { newId, nextSequence } from '../ids.ts';
import { insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { endpointsFor } from '../webhooks/endpoints-for.ts';
import { events } from './event.ts';
import type { EventType } from './event-types.ts';

/** Writes an event and its deliveries, in the transaction of the change that it tells of. */
export async function emit(work: Work, type: EventType, object: object, previous?: object): Promise<void> {
  const id = events.newId();
  const endpoints = await endpointsFor(work, type);
  await insert(
    work,
    events,
    {
      ...{ id, object: 'event', api_version: apiVersion, created: work.now },
      data: previous ? { object, previous_attributes: previous } : { object },
      ...{ livemode: false, pending_webhooks: endpoints.length },
      request: work.request ?? { id: null, idempotency_key: null },
      type,
    },
    {},
  );
  for (const endpoint of endpoints) {
    await work.store.insert(deliveries, {
      ...{ id: newId('whd_'), account: work.account, event: id, endpoint },
      ...{ state: 'pending', due: work.now * 1000, sequence: nextSequence(), attempts: [] },
    });
  }
}

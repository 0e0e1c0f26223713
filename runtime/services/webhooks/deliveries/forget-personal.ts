import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { webhookDeliveries } from './stored-delivery.ts';
import { webhookMessages } from './stored-message.ts';

const pageSize = 100;

/** What receivers answered may repeat what they were sent. */
async function emptyAnswers({ store }: Context, eventId: string): Promise<void> {
  const { items } = await store.query(webhookDeliveries, {
    index: 'byEvent',
    where: { eventId },
    pageSize: 500,
  });
  for (const { document } of items) {
    await store.update(webhookDeliveries, document.id, (delivery) => ({
      ...delivery,
      attempts: (delivery.attempts ?? []).map(({ response, ...attempt }) => ({
        ...attempt,
        response: response && { ...response, body: '', headers: [], isBodyCut: true },
      })),
    }));
  }
}

/**
 * With somebody's personal data, what was sent about them goes, and what still waits to be sent: it becomes a dead
 * letter without a body. The event that tells of it is sent like any other.
 */
async function forget(context: Context, event: SequencedEvent): Promise<void> {
  const { store } = context;
  for (;;) {
    const where = { about: event.subject };
    const { items } = await store.queryIds(webhookMessages, { index: 'byAbout', where, pageSize });
    const ids = items.map(({ id }) => id).filter((id) => id !== event.id);
    for (const id of ids) {
      await emptyAnswers(context, id);
      await store.delete(webhookMessages, id);
    }
    if (items.length < pageSize) return;
  }
}

export const forgetPersonal: Subscription = {
  name: 'webhooks.forget-personal',
  events: ['order.anonymized', 'customer.deleted'],
  handle: forget,
};

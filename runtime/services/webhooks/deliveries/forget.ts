import type { StepsContext } from '../../../context/context.ts';
import type { Schedule, Subscription } from '../../../context/service.ts';
import type { Collection, Query } from '../../../store/port.ts';
import { abandoned } from './delivery-states.ts';
import { webhookDeliveries } from './stored-delivery.ts';
import { webhookMessages } from './stored-message.ts';

/** Documents removed in one transaction. */
const pageSize = 200;

/** Days for which deliveries and what they sent are kept, those that wait included. */
export const keptDays = 30;

async function removeAll(context: StepsContext, from: Collection, range: Omit<Query, 'pageSize'>) {
  for (;;) {
    const hasMore = await context.transaction(async ({ store }) => {
      const found = await store.queryIds(from, { ...range, pageSize });
      for (const { id } of found.items) await store.delete(from, id);
      return found.hasMore;
    });
    if (!hasMore) return;
  }
}

// A collection is stored by its documents' own type; what removes takes collections of all types.
const deliveries = webhookDeliveries as unknown as Collection;
const messages = webhookMessages as unknown as Collection;

/** What was sent long ago is nobody's business any more. */
export const forgetOld: Schedule = {
  everySeconds: 3600,
  async runSteps(context) {
    const before = new Date(context.clock.now().getTime() - keptDays * 86_400_000).toISOString();
    const where = { endpointId: '*', state: '*' };
    await removeAll(context, deliveries, { index: 'byState', where, range: { before } });
    await removeAll(context, messages, { index: 'byTime', where: { all: 1 }, range: { before } });
  },
};

/** The deliveries of an endpoint go with it. */
export const forgetDeliveries: Subscription = {
  name: 'webhooks.forget-deliveries',
  events: ['webhook_endpoint.deleted'],
  async handleSteps(context, { subject: endpointId }) {
    await removeAll(context, deliveries, { index: 'byState', where: { endpointId, state: '*' } });
  },
};

/** What waited for an endpoint that was disabled becomes dead letters. */
export const abandonDeliveries: Subscription = {
  name: 'webhooks.abandon-deliveries',
  events: ['webhook_endpoint.disabled'],
  async handleSteps(context, { subject: endpointId }) {
    for (;;) {
      const hasMore = await context.transaction(async ({ store }) => {
        const found = await store.queryIds(webhookDeliveries, {
          ...{ index: 'due', where: { endpointId }, pageSize },
        });
        for (const { id } of found.items) await store.update(webhookDeliveries, id, abandoned);
        return found.hasMore;
      });
      if (!hasMore) return;
    }
  },
};

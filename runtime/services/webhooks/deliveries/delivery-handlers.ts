import type { Context } from '../../../context/context.ts';
import type { BatchHandler, HandlersOf } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { WebhookOperations } from '../../../contract/webhooks/index.ts';
import { listPages } from '../../../lists/index.ts';
import { renderBody } from '../sending/render-body.ts';
import { listEventTypes } from './event-types.ts';
import { replayDeliveries, replayRange, requireDelivery } from './replay.ts';
import { presentDelivery, summaryOf, webhookDeliveries } from './stored-delivery.ts';
import { webhookMessages } from './stored-message.ts';

type DeliveryOperations = Omit<
  WebhookOperations,
  Extract<keyof WebhookOperations, `webhooks.endpoints.${string}`>
>;
type ListInput = InputOf<WebhookOperations['webhooks.deliveries.list']>;

const descending = { direction: 'descending' } as const;

/** @throws {Problem} `invalid_filter` for what no index answers. */
function rangeOf({ endpointId, state, eventType, subject, eventId }: ListInput) {
  const given = [endpointId ?? state, eventType, subject, eventId].filter((filter) => filter !== undefined);
  if (given.length > 1) {
    const detail =
      'Deliveries are listed by endpoint and state, or by type, or by subject, or by event; not by several of these.';
    throw problem(problems.invalidFilter, { detail });
  }
  if (eventType !== undefined) return { index: 'byType', where: { type: eventType }, ...descending };
  if (subject !== undefined) return { index: 'bySubject', where: { subject }, ...descending };
  if (eventId !== undefined) return { index: 'byEvent', where: { eventId }, ...descending };
  return { index: 'byState', where: { endpointId: endpointId ?? '*', state: state ?? '*' }, ...descending };
}

export const listDeliveries: BatchHandler = async (context, inputs: readonly ListInput[]) => {
  const lists = inputs.map((input) => ({ range: rangeOf(input), input }));
  const pages = await listPages(context, 'webhooks.deliveries.list', webhookDeliveries, lists);
  return pages.map((page) => ({ ...page, data: page.data.map(summaryOf) }));
};

async function show(context: Context, deliveryId: string) {
  const delivery = await requireDelivery(context, deliveryId);
  const message = await context.store.get(webhookMessages, delivery.eventId);
  const body = message ? renderBody(message, delivery.shape, context.storeId) : null;
  return presentDelivery(delivery, body);
}

/** Handlers of deliveries and event types, in the contract's order. */
export const deliveryHandlers: HandlersOf<DeliveryOperations> = {
  async 'webhooks.deliveries.list'(context, input) {
    const [page] = await listPages(context, 'webhooks.deliveries.list', webhookDeliveries, [
      { range: rangeOf(input), input },
    ]);
    if (!page) throw new Error('A list was asked for, and none came.');
    return { ...page, data: page.data.map(summaryOf) };
  },

  async 'webhooks.deliveries.get'(context, { deliveryId }) {
    return show(context, deliveryId);
  },

  async 'webhooks.deliveries.replay'(context, { deliveryId }) {
    await replayDeliveries(context, [deliveryId]);
    return summaryOf(await requireDelivery(context, deliveryId));
  },

  async 'webhooks.deliveries.replayMany'(context, { deliveryIds }) {
    const changed = await replayDeliveries(context, deliveryIds);
    return { count: changed.length };
  },

  async 'webhooks.deliveries.replayRange'(context, { endpointId, from, until, state = 'dead' }) {
    // What happens at this very moment is not meant to be left out.
    const end = until ?? new Date(context.clock.now().getTime() + 1).toISOString();
    return { count: await replayRange(context, { endpointId, from, until: end, state }) };
  },

  async 'webhooks.eventTypes.list'(context, page) {
    return listEventTypes(context, page);
  },
};

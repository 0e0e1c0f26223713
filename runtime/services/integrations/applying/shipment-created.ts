import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { type FoundOrder, findOrder } from './find-order.ts';
import { noteText, reasonText } from './our-texts.ts';
import { type Apply, NotApplicable } from './outcome.ts';
import { ownFulfilment, requireOwnLocation } from './own-references.ts';
import { partnerRecords, putRecord, recordId } from './partner-records.ts';
import { trackingOf } from './tracking-of.ts';
import { type SkuUnits, unitsOfSkus } from './units-of-skus.ts';

type Data = Parameters<Apply<'shipment.created'>>[2];

function linesOf(order: FoundOrder, wanted: readonly SkuUnits[]) {
  const { units, unknown } = unitsOfSkus(order.lines, wanted);
  if (unknown.length > 0) {
    throw new NotApplicable(`Order ${order.number} has no line with the SKU ${unknown.join(', ')}.`);
  }
  return units.map(({ lineId, quantity }) => ({ lineId, quantity }));
}

async function plan(context: Context, order: FoundOrder, { lines }: Data, locationId: string | undefined) {
  return context.call(operationOf(context, 'orders.fulfilments.create'), {
    orderId: order.id,
    ...(lines ? { lines: linesOf(order, lines) } : {}),
    ...(locationId === undefined ? {} : { locationId }),
  });
}

function text(units: readonly SkuUnits[]): string {
  return units.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ');
}

/**
 * The fulfilment that a shipment is: the one that was planned for it, or a new one. Where the partner sent less than was
 * planned, the plan is given up, so that the rest is open again.
 */
async function fulfilmentOf(
  context: Context,
  integration: Pick<IntegrationConfig, 'locations'>,
  order: FoundOrder,
  data: Data,
) {
  const locationId = data.locationId ?? integration.locations[0];
  if (data.locationId !== undefined) requireOwnLocation(integration, data.locationId);
  if (data.fulfilmentId === undefined) return plan(context, order, data, locationId);
  const fulfilmentId = data.fulfilmentId;
  const planned = await ownFulfilment(context, integration, order, fulfilmentId);
  if (data.lines === undefined) return planned;
  const units = new Map(planned.lines.map(({ lineId, quantity }) => [lineId, quantity]));
  const asPlanned = order.lines.map((line) => ({
    ...line,
    plannedQuantity: line.plannedQuantity - (units.get(line.id) ?? 0),
  }));
  const sent = linesOf({ ...order, lines: asPlanned }, data.lines);
  const isWhole =
    sent.length === units.size && sent.every(({ lineId, quantity }) => units.get(lineId) === quantity);
  if (isWhole) return planned;
  const reason = reasonText(`Sent otherwise: ${text(data.lines)}.`);
  await context.call(operationOf(context, 'orders.fulfilments.cancel'), { fulfilmentId, reason });
  return plan(context, await findOrder(context, order.id), data, locationId);
}

/** A shipment has left: its units are packed and shipped, with what it is tracked by. */
export const shipmentCreated: Apply<'shipment.created'> = async (context, integration, data) => {
  const { key } = integration;
  const recordKey = recordId(key, 'shipment', data.shipmentId);
  const before = await context.store.get(partnerRecords, recordKey, { lock: true });
  if (before) {
    const orderId = before.orderId ?? undefined;
    const what = before.fulfilmentId === null ? 'was cancelled' : 'was applied before';
    return {
      state: 'ignored',
      reason: `The shipment ${data.shipmentId} ${what}.`,
      ...(orderId ? { orderId } : {}),
    };
  }
  const order = await findOrder(context, data.order);
  const planned = await fulfilmentOf(context, integration, order, data);
  const fulfilmentId = planned.id;
  const reason = `Shipment ${data.shipmentId} of ${key}.`;
  if (planned.state === 'planned') {
    await context.call(operationOf(context, 'orders.fulfilments.pack'), { fulfilmentId, reason });
  }
  await context.call(operationOf(context, 'orders.fulfilments.ship'), {
    ...{ fulfilmentId, reason },
    ...(data.tracking ? { tracking: trackingOf(data.tracking) } : {}),
  });
  if (data.short && data.short.length > 0) {
    const note = `${key} sent the shipment ${data.shipmentId} without ${text(data.short)}: there is none.`;
    const add = operationOf(context, 'orders.orders.addNote');
    await context.call(add, { orderId: order.id, text: noteText(note) });
  }
  await putRecord(context, key, recordKey, { orderId: order.id, fulfilmentId });
  return { state: 'applied', orderId: order.id };
};

import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { findOrder } from './find-order.ts';
import { noteText, reasonText } from './our-texts.ts';
import { type Applied, type Apply, NotApplicable } from './outcome.ts';
import { type PartnerRecord, partnerRecords, putRecord, recordId, timeOf } from './partner-records.ts';
import { trackingOf } from './tracking-of.ts';

interface KnownShipment extends PartnerRecord {
  readonly orderId: string;
  readonly fulfilmentId: string;
}

function isKnown(record: PartnerRecord | undefined): record is KnownShipment {
  return record !== undefined && record.orderId !== null && record.fulfilmentId !== null;
}

/** Undefined where it was cancelled before anything else was known of it. */
async function shipmentOf(
  context: Context,
  key: string,
  shipmentId: string,
): Promise<KnownShipment | undefined> {
  const record = await context.store.get(partnerRecords, recordId(key, 'shipment', shipmentId), {
    lock: true,
  });
  if (isKnown(record)) return record;
  if (record) return undefined;
  throw new NotApplicable(
    `The shipment ${shipmentId} is not known. It is tried again when "shipment.created" of it has been applied.`,
  );
}

/** What is told of a shipment that does not go. */
function cancelledBefore(shipmentId: string): Applied {
  return { state: 'ignored', reason: `The shipment ${shipmentId} was cancelled before.` };
}

async function stateOf(context: Context, fulfilmentId: string): Promise<string> {
  const { state } = await context.call(operationOf(context, 'orders.fulfilments.get'), { fulfilmentId });
  return state;
}

export const trackingUpdated: Apply<'shipment.tracking_updated'> = async (
  context,
  { key },
  data,
  { receivedAt },
) => {
  const shipment = await shipmentOf(context, key, data.shipmentId);
  if (!shipment) return cancelledBefore(data.shipmentId);
  const { orderId, fulfilmentId } = shipment;
  const asOf = timeOf(data.asOf, receivedAt);
  if (shipment.asOf !== null && shipment.asOf >= asOf) {
    return { state: 'ignored', reason: `What was applied before is of ${shipment.asOf}.`, orderId };
  }
  const tracking = trackingOf(data.tracking);
  await context.call(operationOf(context, 'orders.fulfilments.update'), { fulfilmentId, tracking });
  await putRecord(context, key, shipment.id, { orderId, fulfilmentId, asOf });
  return { state: 'applied', orderId };
};

export const shipmentDelivered: Apply<'shipment.delivered'> = async (
  context,
  { key },
  { shipmentId, reason },
) => {
  const shipment = await shipmentOf(context, key, shipmentId);
  if (!shipment) return cancelledBefore(shipmentId);
  const { orderId, fulfilmentId } = shipment;
  if ((await stateOf(context, fulfilmentId)) === 'delivered') {
    return { state: 'ignored', reason: `The shipment ${shipmentId} was delivered before.`, orderId };
  }
  const deliver = operationOf(context, 'orders.fulfilments.deliver');
  await context.call(deliver, { fulfilmentId, ...(reason ? { reason: reasonText(reason) } : {}) });
  return { state: 'applied', orderId };
};

/**
 * A shipment that does not go after all. One that counts as shipped has not left the building: its units are in stock
 * again, and open. Where its creation is still on the way, it will have no effect when it comes.
 */
export const shipmentCancelled: Apply<'shipment.cancelled'> = async (context, { key }, data) => {
  const { shipmentId } = data;
  const reason = reasonText(data.reason || `${key} cancelled the shipment ${shipmentId}.`);
  const id = recordId(key, 'shipment', shipmentId);
  const before = await context.store.get(partnerRecords, id, { lock: true });
  if (before && !isKnown(before)) return cancelledBefore(shipmentId);
  if (!before) {
    const order = data.order === undefined ? undefined : await findOrder(context, data.order);
    await putRecord(context, key, id, { orderId: order?.id ?? null });
    if (!order) return { state: 'applied', reason: 'Nothing was known of the shipment.' };
    const text = noteText(`${key} cancelled the shipment ${shipmentId}: ${reason}`);
    await context.call(operationOf(context, 'orders.orders.addNote'), { orderId: order.id, text });
    return { state: 'applied', orderId: order.id };
  }
  const { orderId, fulfilmentId } = before;
  const state = await stateOf(context, fulfilmentId);
  if (state === 'cancelled' || state === 'returned_to_sender') {
    return {
      state: 'ignored',
      reason: `The fulfilment of the shipment ${shipmentId} is ${state} already.`,
      orderId,
    };
  }
  const isPending = state === 'planned' || state === 'packed';
  if (isPending)
    await context.call(operationOf(context, 'orders.fulfilments.cancel'), { fulfilmentId, reason });
  else
    await context.call(operationOf(context, 'orders.fulfilments.returnToSender'), { fulfilmentId, reason });
  await putRecord(context, key, id, { orderId });
  return { state: 'applied', orderId };
};

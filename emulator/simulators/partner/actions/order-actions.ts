import { queueCallback } from '../callbacks/queue-callback.ts';
import { type PartnerLine, type PartnerOrder, type PartnerShipment, partnerOrders } from '../documents.ts';
import { nextNumber, type PartnerWork } from '../work.ts';
import { moveStock } from './items.ts';
import { Refused } from './refused.ts';

export async function lockedOrder({ writer }: PartnerWork, reference: string): Promise<PartnerOrder> {
  const order = await writer.get(partnerOrders, reference, { lock: true });
  if (!order) throw new Refused(404, `There is no order ${reference}.`);
  return order;
}

export function openOf({ quantity, shipped, short }: PartnerLine): number {
  return quantity - shipped - short;
}

function stateOf(lines: readonly PartnerLine[]): PartnerOrder['state'] {
  if (lines.every((line) => openOf(line) === 0)) return 'shipped';
  return lines.some(({ shipped }) => shipped > 0) ? 'in_parts' : 'open';
}

export interface Shipping {
  /** Units by SKU; everything that is open unless given. */
  readonly units?: ReadonlyMap<string, number>;
  /** Whether what is not sent now will not come. */
  readonly isShort?: boolean;
  /** Tells of the delivery before it tells of the shipment, as messages that overtake each other do. */
  readonly isOvertaken?: boolean;
}

/** Sends units of an order, and tells the shop. */
export async function shipOrder(
  work: PartnerWork,
  reference: string,
  { units, isShort = false, isOvertaken = false }: Shipping = {},
): Promise<void> {
  const order = await lockedOrder(work, reference);
  if (order.state !== 'open' && order.state !== 'in_parts') {
    throw new Refused(409, `Order ${order.number} is ${order.state}: nothing of it can be sent.`);
  }
  const sent = order.lines.map((line) => ({
    line,
    quantity: units ? (units.get(line.sku) ?? 0) : openOf(line),
  }));
  const tooMany = sent.find(({ line, quantity }) => !(quantity >= 0) || quantity > openOf(line));
  if (tooMany)
    throw new Refused(422, `Of ${tooMany.line.sku} up to ${openOf(tooMany.line)} units can be sent.`);
  const parts = sent.filter(({ quantity }) => quantity > 0);
  if (parts.length === 0) throw new Refused(422, 'Say how many units are sent.');
  for (const { line, quantity } of parts) await moveStock(work, line.sku, -quantity);
  const short = isShort
    ? sent
        .map(({ line, quantity }) => ({ sku: line.sku, quantity: openOf(line) - quantity }))
        .filter(({ quantity }) => quantity > 0)
    : [];
  const number = await nextNumber(work, 'shipment');
  const lines = parts.map(({ line, quantity }) => ({ sku: line.sku, quantity }));
  const shipment: PartnerShipment = {
    ...{ id: `S-${number}`, state: isOvertaken ? 'delivered' : 'shipped', lines, at: work.now },
    trackingNumber: `SIM${String(number).padStart(9, '0')}DE`,
  };
  const left = sent.map(({ line, quantity }) => ({
    ...{ ...line, shipped: line.shipped + quantity },
    short: line.short + (short.find(({ sku }) => sku === line.sku)?.quantity ?? 0),
  }));
  await work.writer.update<PartnerOrder>(partnerOrders, order.id, (current) => ({
    ...{ ...current, lines: left, state: stateOf(left), shipments: [...current.shipments, shipment] },
  }));
  if (isOvertaken) await queueCallback(work, 'shipment.delivered', { shipmentId: shipment.id });
  await queueCallback(work, 'shipment.created', {
    ...{ order: order.id, shipmentId: shipment.id, lines },
    ...(short.length > 0 ? { short } : {}),
    tracking: {
      ...{ carrier: 'Simulated Parcel', number: shipment.trackingNumber },
      url: `https://tracking.example/${shipment.trackingNumber}`,
    },
  });
}

/** Will not, or can not, send an order. */
export async function refuseOrder(work: PartnerWork, reference: string, reason: string): Promise<void> {
  const order = await lockedOrder(work, reference);
  if (order.state !== 'open') throw new Refused(409, `Order ${order.number} is ${order.state}.`);
  await work.writer.update<PartnerOrder>(partnerOrders, order.id, (current) => ({
    ...current,
    state: 'refused',
  }));
  await queueCallback(work, 'order.refused', { order: order.id, reason: reason || 'No reason was given.' });
}

async function moveShipment(
  work: PartnerWork,
  reference: string,
  shipmentId: string,
  to: 'delivered' | 'cancelled',
): Promise<PartnerShipment> {
  const order = await lockedOrder(work, reference);
  const shipment = order.shipments.find(({ id }) => id === shipmentId);
  if (!shipment) throw new Refused(404, `There is no shipment ${shipmentId}.`);
  if (shipment.state !== 'shipped')
    throw new Refused(409, `The shipment ${shipmentId} is ${shipment.state}.`);
  const units = new Map(shipment.lines.map(({ sku, quantity }) => [sku, quantity]));
  const lines =
    to === 'delivered'
      ? order.lines
      : order.lines.map((line) => ({ ...line, shipped: line.shipped - (units.get(line.sku) ?? 0) }));
  await work.writer.update<PartnerOrder>(partnerOrders, order.id, (current) => ({
    ...{ ...current, lines, state: stateOf(lines) },
    shipments: current.shipments.map((each) => (each.id === shipmentId ? { ...each, state: to } : each)),
  }));
  return shipment;
}

export async function deliverShipment(
  work: PartnerWork,
  reference: string,
  shipmentId: string,
): Promise<void> {
  await moveShipment(work, reference, shipmentId, 'delivered');
  await queueCallback(work, 'shipment.delivered', { shipmentId });
}

/** The parcel did not leave after all: its units are back on the shelf. */
export async function cancelShipment(
  work: PartnerWork,
  reference: string,
  shipmentId: string,
): Promise<void> {
  const { lines } = await moveShipment(work, reference, shipmentId, 'cancelled');
  for (const { sku, quantity } of lines) await moveStock(work, sku, quantity);
  await queueCallback(work, 'shipment.cancelled', {
    ...{ shipmentId, order: reference, reason: 'The parcel was taken apart before it left.' },
  });
}

/** Books an order's invoice. */
export async function postInvoice(work: PartnerWork, reference: string): Promise<void> {
  const order = await lockedOrder(work, reference);
  const invoice = `INV-${await nextNumber(work, 'invoice')}`;
  await work.writer.update<PartnerOrder>(partnerOrders, order.id, (current) => ({
    ...{ ...current, invoices: [...current.invoices, invoice] },
  }));
  const { total, currency } = order;
  await queueCallback(work, 'invoice.posted', { order: order.id, invoice, total, currency });
}

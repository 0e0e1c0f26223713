import { callbackTypes } from './integration-schema.ts';
import type { IntegrationConfig } from './store-config.ts';

type Preset = Pick<IntegrationConfig, 'send' | 'receive' | 'stock'>;

const none: Preset = { send: [], receive: [], stock: null };

/** An address as most partners take it. */
const recipient = `{
    "name": $join([shippingAddress.firstName, shippingAddress.lastName][$type($) = "string"], " "),
    "company": shippingAddress.company,
    "address1": shippingAddress.addressLine1,
    "address2": shippingAddress.addressLine2,
    "city": shippingAddress.city,
    "state": shippingAddress.region,
    "zip_code": shippingAddress.postalCode,
    "country": shippingAddress.country,
    "phone_number": shippingAddress.phone,
    "email": email
  }`;

const order = `data.{
  "reference": id,
  "number": number,
  "placedAt": placedAt,
  "currency": currency,
  "total": totals.total.gross.amount,
  "shippingMethod": shippingMethod.key,
  "recipient": ${recipient},
  "lines": [lines.{ "lineId": id, "sku": sku, "title": title, "quantity": quantity, "unitPrice": unitPrice.amount }]
}`;

const cancelled = 'data.{ "reference": id, "number": number, "reason": cancelReason }';
const refund =
  'data.{ "reference": orderId, "refundId": id, "amount": amount.amount, "currency": amount.currency }';

/** The shapes of this platform itself: what its simulated warehouse and ERP speak. */
const ownReceive = callbackTypes.map((as) => ({ as, when: `body.type = "${as}"`, map: 'body.data' }));
const ownStock = { path: '/v1/stock', map: 'body.{ "items": [items], "next": next }' };

const headlesspro: Readonly<Record<IntegrationConfig['kind'], Preset>> = {
  fulfilment: {
    send: [
      { event: 'order.confirmed', to: '/v1/orders', when: null, map: order },
      { event: 'order.cancelled', to: '/v1/orders/cancel', when: null, map: cancelled },
    ],
    receive: ownReceive,
    stock: ownStock,
  },
  erp: {
    send: [
      { event: 'order.confirmed', to: '/v1/orders', when: null, map: order },
      { event: 'order.cancelled', to: '/v1/orders/cancel', when: null, map: cancelled },
      { event: 'order.refunded', to: '/v1/credit-notes', when: null, map: refund },
    ],
    receive: ownReceive,
    stock: ownStock,
  },
};

/**
 * ShipBob sends the whole resource, and its topic in a header alone. A shipment has its order's `reference_id`, which
 * is our order's id because we sent it as that.
 */
const shipment = `body.{
  "shipmentId": $string(id),
  "order": reference_id,
  "lines": [products.{ "sku": sku, "quantity": $sum(inventory_items.quantity) }],
  "tracking": { "carrier": tracking.carrier, "number": tracking.tracking_number, "url": tracking.tracking_url }
}`;
const topic = (...names: readonly string[]) =>
  `$lookup(headers, "x-webhook-topic") in [${names.map((name) => `"${name}"`).join(', ')}]`;

const shipbob: Preset = {
  send: [
    {
      event: 'order.confirmed',
      to: '/2026-01/order',
      when: null,
      map: `data.{
  "reference_id": id,
  "order_number": number,
  "shipping_method": shippingMethod.name,
  "recipient": {
    "name": $join([shippingAddress.firstName, shippingAddress.lastName][$type($) = "string"], " "),
    "email": email,
    "phone_number": shippingAddress.phone,
    "address": {
      "company_name": shippingAddress.company,
      "address1": shippingAddress.addressLine1,
      "address2": shippingAddress.addressLine2,
      "city": shippingAddress.city,
      "state": shippingAddress.region,
      "zip_code": shippingAddress.postalCode,
      "country": shippingAddress.country
    }
  },
  "products": [lines.{ "reference_id": sku, "name": title, "quantity": quantity }]
}`,
    },
  ],
  receive: [
    { as: 'shipment.created', when: topic('order.shipped'), map: shipment },
    { as: 'shipment.tracking_updated', when: topic('order.shipment.tracking.updated'), map: shipment },
    { as: 'shipment.delivered', when: topic('order.shipment.delivered'), map: shipment },
    {
      as: 'shipment.cancelled',
      when: topic('order.shipment.cancelled'),
      map: 'body.{ "shipmentId": $string(id), "order": reference_id, "reason": "Cancelled at ShipBob." }',
    },
    {
      as: 'order.refused',
      when: topic('order.shipment.exception', 'order.shipment.on_hold'),
      map: 'body.{ "order": reference_id, "reason": $join(status_details.description, " ") }',
    },
  ],
  stock: null,
};

/** What a preset brings with it. */
export function integrationPreset(
  preset: 'headlesspro' | 'shipbob' | undefined,
  kind: IntegrationConfig['kind'],
): Preset {
  if (preset === undefined) return none;
  return preset === 'shipbob' ? shipbob : headlesspro[kind];
}

function expressionsOf({ send, receive, stock }: Preset): string[] {
  const texts = [...send, ...receive].flatMap(({ when, map }) => (when === null ? [map] : [when, map]));
  return stock ? [...texts, stock.map] : texts;
}

/** All expressions of presets. */
export const presetExpressions: ReadonlySet<string> = new Set(
  [headlesspro.fulfilment, headlesspro.erp, shipbob].flatMap(expressionsOf),
);

/** Whether an expression came with a preset. */
export function isOfPreset(text: string): boolean {
  return presetExpressions.has(text);
}

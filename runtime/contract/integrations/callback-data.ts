import Type, { type Static, type TObject } from 'typebox';
import type { IntegrationCallback } from '../../config/integration-input.ts';
import { Dimensions, Weight } from '../catalog/product-schemas.ts';
import { identifier, Money, minorUnits, nullable, Timestamp } from '../schema/primitives.ts';

/*
 * What a callback says once it is mapped: `as` of a rule in the configuration names one of these. What a partner adds is
 * no fault, and has no effect.
 */
const text = Type.String({ minLength: 1, maxLength: 255 });
/** As long as a partner likes: of what is too long for our own, the beginning is kept. */
const Reason = Type.Optional(nullable(Type.String()));
/** Our order's id, or its number. */
const order = Type.String({ minLength: 1, maxLength: 64 });
const shipmentId = text;
const optional = Type.Optional(nullable(Type.String({ maxLength: 2048 })));
const Tracking = Type.Object({ carrier: optional, number: optional, url: optional });
const Units = Type.Object({ sku: text, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
/** When it was so at the partner: what is older than what was applied has no effect. */
const asOf = Type.Optional(Timestamp);

const StockLevel = Type.Object({
  sku: text,
  onHand: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }),
  locationId: Type.Optional(nullable(identifier('loc', 'location'))),
});

const Item = Type.Object({
  sku: text,
  barcode: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
  weight: Type.Optional(nullable(Weight)),
  dimensions: Type.Optional(nullable(Dimensions)),
  requiresShipping: Type.Optional(Type.Boolean()),
  taxClass: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
  cost: Type.Optional(nullable(Money)),
});

export const callbackData = {
  'shipment.created': Type.Object({
    order,
    shipmentId,
    /** The fulfilment that was planned for it, where one was. */
    fulfilmentId: Type.Optional(identifier('ful', 'fulfilment')),
    /** What is in it; everything that is left unless given. */
    lines: Type.Optional(Type.Array(Units, { minItems: 1, maxItems: 500 })),
    /** What will not come, because there is none. */
    short: Type.Optional(Type.Array(Units, { maxItems: 500 })),
    locationId: Type.Optional(identifier('loc', 'location')),
    tracking: Type.Optional(Tracking),
  }),
  'shipment.tracking_updated': Type.Object({ shipmentId, tracking: Tracking, asOf }),
  'shipment.delivered': Type.Object({ shipmentId, reason: Reason }),
  'shipment.cancelled': Type.Object({ shipmentId, order: Type.Optional(order), reason: Reason }),
  'order.refused': Type.Object({
    order,
    fulfilmentId: Type.Optional(identifier('ful', 'fulfilment')),
    reason: Reason,
  }),
  'stock.level': Type.Object({ asOf, items: Type.Array(StockLevel, { minItems: 1, maxItems: 1000 }) }),
  'item.master': Type.Object({ asOf, items: Type.Array(Item, { minItems: 1, maxItems: 200 }) }),
  'invoice.posted': Type.Object({
    order,
    invoice: text,
    url: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2048 })),
    total: Type.Optional(minorUnits()),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  }),
} as const satisfies Record<IntegrationCallback, TObject>;

export type CallbackData<As extends IntegrationCallback> = Static<(typeof callbackData)[As]>;

import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { knownItem } from './actions/items.ts';
import { lockedOrder } from './actions/order-actions.ts';
import { Refused } from './actions/refused.ts';
import { newSecret } from './callbacks/send-callback.ts';
import {
  type PartnerHook,
  type PartnerOrder,
  partnerHooks,
  partnerItems,
  partnerOrders,
} from './documents.ts';
import { endpoint } from './endpoint.ts';

const text = Type.String({ minLength: 1, maxLength: 255 });
const optional = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const url = Type.String({ pattern: '^https?://' });

const createOrder = endpoint({
  http: 'POST /v1/orders',
  summary: 'Take an order',
  body: Type.Object({
    reference: text,
    number: text,
    currency: Type.Optional(Type.String()),
    total: Type.Optional(Type.Integer()),
    recipient: Type.Optional(Type.Object({ name: optional, city: optional, country: optional })),
    lines: Type.Array(
      Type.Object({
        sku: Type.Union([text, Type.Null()]),
        title: Type.Optional(Type.String()),
        quantity: Type.Integer({ minimum: 1 }),
      }),
      { minItems: 1 },
    ),
  }),
  async handle(work, { body }) {
    const { reference, number, currency = 'EUR', total = 0, recipient = {}, lines } = body;
    const before = await work.writer.get(partnerOrders, reference, { lock: true });
    if (before) return { status: 200, body: { reference, state: before.state } };
    const items: PartnerOrder['lines'][number][] = [];
    for (const { sku, title = '', quantity } of lines) {
      if (sku === null) throw new Refused(422, `"${title}" has no SKU.`);
      await knownItem(work, sku, title);
      items.push({ sku, title, quantity, shipped: 0, short: 0 });
    }
    const whom = [recipient.name, recipient.city, recipient.country].filter(Boolean).join(', ');
    await work.writer.insert(partnerOrders, {
      ...{ id: reference, number, state: 'open', recipient: whom, currency, total },
      ...{ lines: items, shipments: [], invoices: [] },
    });
    return { status: 201, body: { reference, state: 'open' } };
  },
});

const cancelOrder = endpoint({
  http: 'POST /v1/orders/cancel',
  summary: 'Take back an order of which nothing was sent',
  body: Type.Object({ reference: text, number: Type.Optional(Type.String()), reason: optional }),
  async handle(work, { body: { reference } }) {
    const order = await lockedOrder(work, reference);
    if (order.state !== 'open' && order.state !== 'refused' && order.state !== 'cancelled') {
      throw new Refused(409, `Order ${order.number} is ${order.state}.`);
    }
    await work.writer.update<PartnerOrder>(partnerOrders, reference, (current) => ({
      ...current,
      state: 'cancelled',
    }));
    return { status: 200, body: { reference, state: 'cancelled' } };
  },
});

const getOrder = endpoint({
  http: 'GET /v1/orders/{reference}',
  summary: 'Read an order',
  async handle(work, { path: { reference = '' } }) {
    return { status: 200, body: await lockedOrder(work, reference) };
  },
});

const listStock = endpoint({
  http: 'GET /v1/stock',
  summary: 'Read the whole stock, page by page',
  query: ['after', 'page_size'],
  async handle({ writer }, { query }) {
    const pageSize = Math.min(Math.max(Number(query.page_size ?? 100) || 100, 1), 500);
    const found = await writer.query(partnerItems, {
      ...{ index: 'bySku', where: { all: 1 }, pageSize },
      ...(query.after === undefined ? {} : { after: [1, query.after, query.after] }),
    });
    const items = found.items.map(({ document: { id, onHand, asOf } }) => ({ sku: id, onHand, asOf }));
    const last = items.at(-1)?.sku;
    const next =
      found.hasMore && last !== undefined
        ? `/v1/stock?after=${encodeURIComponent(last)}&page_size=${pageSize}`
        : null;
    return { status: 200, body: { items, next } };
  },
});

const createHook = endpoint({
  http: 'POST /v1/webhooks',
  summary: 'Say where callbacks go',
  body: Type.Object({ url }),
  async handle({ writer }, { body }) {
    const hook = await writer.insert(partnerHooks, {
      id: `hook_${randomUUID()}`,
      url: body.url,
      secret: newSecret(),
    });
    return { status: 201, body: { id: hook.id, url: hook.url, secret: hook.secret } };
  },
});

const updateHook = endpoint({
  http: 'POST /v1/webhooks/{id}',
  summary: 'Let callbacks go elsewhere',
  body: Type.Object({ url }),
  async handle({ writer }, { path: { id = '' }, body }) {
    if (!(await writer.get(partnerHooks, id))) throw new Refused(404, `There is no webhook ${id}.`);
    await writer.update<PartnerHook>(partnerHooks, id, (hook) => ({ ...hook, url: body.url }));
    return { status: 200, body: { id, url: body.url } };
  },
});

export const partnerEndpoints = [createOrder, cancelOrder, getOrder, listStock, createHook, updateHook];

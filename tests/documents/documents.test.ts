import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import { type GivenFigures, givenFigures } from '../analytics/given-figures.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { givenOrder, idOf } from '../fixtures/order.ts';

describe('documents of an order', () => {
  let store: GivenFigures;
  const order = givenOrder(1, '2026-03-01T09:00:00.000Z', { lines: [{ quantity: 1, price: 1190 }] });

  beforeAll(async () => {
    store = await givenFigures((collections, clock) =>
      openSqliteEngine({ path: ':memory:', collections, clock, encryptionKeys: testEncryptionKeys }),
    );
    await store.tell.order('order.placed', order);
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    await store.tell.refund(
      {
        ...{
          id: idOf('oref', 1),
          version: 1,
          createdAt: order.placedAt,
          updatedAt: order.placedAt,
          orderId: order.id,
        },
        ...{ state: 'completed', kind: 'refund', returnId: null, amount: money(500), lines: [], parts: [] },
        ...{ shipping: money(0), other: money(500), reason: 'A scratch', failure: null },
      },
      order,
    );
  });
  afterAll(() => store.close());

  it.each([
    ['the invoice', `/v1/orders/${order.id}/invoice`],
    ['the invoice in another language', `/v1/orders/${order.id}/invoice?locale=de`],
    ['the packing slip', `/v1/orders/${order.id}/packing-slip`],
    ['the credit note of a refund', `/v1/order-refunds/${idOf('oref', 1)}/credit-note`],
  ])('%s comes as PDF', async (_, path) => {
    const { status, body } = await store.request(`GET ${path}`);
    expect(status).toBe(200);
    expect(Buffer.from(body).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are not there for an order that is not, nor for a shopper', async () => {
    const missing = await store.request(`GET /v1/orders/${idOf('ord', 9)}/invoice`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await store.shopper(`GET /v1/orders/${order.id}/invoice`)).toMatchObject({ status: 403 });
  });

  it('are described as files', async () => {
    const { body } = await store.request('GET /v1/openapi.json');
    const { content } = body.paths['/v1/orders/{orderId}/invoice'].get.responses['200'];
    expect(Object.keys(content)).toEqual(['application/pdf']);
  });
});

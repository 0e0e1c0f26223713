import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import type { Answer, Body } from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { type GivenOrders, givenOrders } from '../orders/given-orders.ts';
import { countingEngine, type StoreCounts } from './counting-engine.ts';

let shop: GivenOrders;
let counts: StoreCounts;
beforeAll(async () => {
  shop = await givenOrders(async (collections, clock) => {
    const engine = await openSqliteEngine({
      ...{ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock },
    });
    const counting = countingEngine(engine);
    counts = counting.counts;
    return counting.engine;
  });
});
afterAll(() => shop.close());

interface Cost extends StoreCounts {
  readonly milliseconds: number;
}

/** Products of one variant each, with one unit of each in the order. */
async function variants(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await shop.variant(10, 10 + (index % 50)));
  return ids;
}

function done({ status, body }: Answer): Body {
  expect({ status, body: status < 300 ? null : body }).toEqual({
    status: expect.toSatisfy((code) => code < 300),
    body: null,
  });
  return body;
}

/** Buys an order of so many lines and takes it all the way, and says what each step cost. */
async function liveOf(lineCount: number): Promise<Readonly<Record<string, Cost>>> {
  const costs: Record<string, Cost> = {};
  const variantIds = await variants(lineCount);
  const first = variantIds[0] ?? '';

  async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = { ...counts };
    const start = performance.now();
    const result = await work();
    const milliseconds = Math.round(performance.now() - start);
    costs[name] = {
      transactions: counts.transactions - before.transactions,
      reads: counts.reads - before.reads,
      writes: counts.writes - before.writes,
      milliseconds,
    };
    return result;
  }

  const cart = await step('put into a cart', () =>
    shop.readyCart(first, { lines: variantIds.map((variantId) => ({ variantId, quantity: 2 })) }),
  );
  await step('pay', async () => done(await shop.payByCard(cart)));
  const { order } = await step('place', async () => done(await shop.at(cart, 'POST complete')));
  await step('tell everybody', () => shop.drain());
  const id: string = order.id;
  expect(order.lines).toHaveLength(lineCount);
  await step('read', async () => done(await shop.request(`GET /v1/orders/${id}`)));

  const units = (quantity: number, more: object = {}) =>
    order.lines.map((line: Body) => ({ lineId: line.id, quantity, ...more }));
  const parcels: Body[] = [];
  for (const part of ['first', 'second']) {
    const plan = { lines: units(1) };
    parcels.push(
      await step(`plan the ${part} parcel`, async () =>
        done(await shop.toOrder({ id }, 'fulfilments', plan)),
      ),
    );
  }
  for (const parcel of parcels) done(await shop.toFulfilment(parcel.id, 'pack'));
  await step('ship', async () => done(await shop.toFulfilment(parcels[0].id, 'ship')));
  done(await shop.toFulfilment(parcels[1].id, 'ship'));
  const back = await step('ask to send back', async () =>
    done(await shop.toOrder({ id }, 'returns', { lines: units(1, { reason: 'unwanted' }) })),
  );
  for (const verb of ['approve', 'ship-back', 'receive']) done(await shop.toReturn(back.id, verb));
  await step('inspect', async () =>
    done(await shop.toReturn(back.id, 'inspect', { lines: units(1, { disposition: 'restock' }) })),
  );
  await step('complete the return', async () => done(await shop.toReturn(back.id, 'complete')));
  await step('tell everybody of it', () => shop.drain());
  const invoice = await step('print the invoice', () => shop.request(`GET /v1/orders/${id}/invoice`));
  expect(invoice.status).toBe(200);
  expect(await shop.order({ id })).toMatchObject({
    ...{ state: 'completed', returnState: 'partially_returned', balance: { amount: 0 } },
  });
  return costs;
}

test('an order of 500 lines costs what its lines cost: ten times as many, no more than ten times as much', async () => {
  const short = await liveOf(50);
  const long = await liveOf(500);
  console.table(
    Object.fromEntries(
      Object.entries(long).map(([name, cost]) => {
        const before = short[name];
        return [
          name,
          {
            ...{ transactions: `${before?.transactions} → ${cost.transactions}` },
            ...{ reads: `${before?.reads} → ${cost.reads}`, writes: `${before?.writes} → ${cost.writes}` },
            milliseconds: `${before?.milliseconds} → ${cost.milliseconds}`,
          },
        ];
      }),
    ),
  );
  for (const [name, cost] of Object.entries(long)) {
    for (const kind of ['transactions', 'reads', 'writes'] as const) {
      // Notices of the provider come when they come.
      const most = (short[name]?.[kind] ?? 0) * 10 + 30;
      expect({ name, kind, count: Math.min(cost[kind], most + 1) }).toEqual({
        name,
        kind,
        count: cost[kind],
      });
    }
  }
});

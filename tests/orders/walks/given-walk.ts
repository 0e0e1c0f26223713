import { expect } from 'vitest';
import type { Body } from '../../catalog/given-store.ts';
import type { GivenOrders } from '../given-orders.ts';
import type { Surroundings } from './attempt.ts';
import { OrderModel, shares } from './order-model.ts';

export interface WalkedShop {
  readonly shop: GivenOrders;
  readonly places: readonly [string, string];
}

/** The shop's warehouse, and a second place that is asked after it. */
export async function givenPlaces(shop: GivenOrders): Promise<WalkedShop> {
  const { body: second } = await shop.request('POST /v1/inventory/locations', { name: 'Shop', priority: -1 });
  const { body } = await shop.request('GET /v1/inventory/locations');
  const warehouse = body.data.find(({ id }: Body) => id !== second.id);
  return { shop, places: [warehouse.id, second.id] };
}

export interface WalkedOrder extends Surroundings {
  /** Everything that the platform says of the order now. */
  look(): Promise<Body>;
}

interface Wanted {
  readonly pays: 'card' | 'bank-transfer';
  readonly quantities: readonly number[];
  readonly price: number;
  readonly spare: readonly [number, number];
}

/** An order of three lines, the first two of one variant, that is bought and paid. */
export async function givenWalk(
  { shop, places }: WalkedShop,
  { pays, quantities, price, spare }: Wanted,
): Promise<WalkedOrder> {
  const { request, at } = shop;
  const [one = 1, two = 1, three = 1] = quantities;
  const onHand = one + two + three + spare[0];
  const variants = [await shop.variant(onHand, price), await shop.variant(onHand, price + 7)];
  const [first = '', second = ''] = variants;
  for (const variantId of variants) {
    const count = { variantId, locationId: places[1], onHand: spare[1], reason: 'counted' };
    expect(await request('POST /v1/inventory/adjustments', count)).toMatchObject({ status: 200 });
  }
  const cart = await shop.readyCart(first, {
    lines: [
      { variantId: first, quantity: one },
      { variantId: first, quantity: two, customData: [{ name: 'Engraving', value: 'A' }] },
      { variantId: second, quantity: three },
    ],
  });
  if (pays === 'card') await shop.payByCard(cart);
  else await at(cart, 'POST payments', { provider: 'manual', method: 'bank-transfer' });
  const bought = await at(cart, 'POST complete');
  expect(bought).toMatchObject({ status: 200 });
  await shop.drain();
  const { order, payment } = bought.body;
  const { id: orderId } = order;

  const model = new OrderModel(
    order.lines.map(({ id, variantId, quantity, total }: Body) => ({
      ...{ id, variantId, quantity, cents: shares(total.gross.amount, quantity) },
    })),
    { shipping: order.totals.shipping.gross.amount, onHand: onHand + spare[1], isPaid: pays === 'card' },
  );
  let levels = new Map<string, readonly Body[]>();
  const levelAt = (variantId: string, locationId: string) =>
    levels.get(variantId)?.find((level) => level.locationId === locationId) ?? { available: 0, reserved: 0 };

  const get = async (route: string) => {
    const answer = await request(`GET /v1/${route}`);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  return {
    ...{ model, orderId, paymentId: payment.id, places },
    available: (variantId, locationId) => levelAt(variantId, locationId).available,
    reservedAt: (variantId, locationId) => levelAt(variantId, locationId).reserved,
    async look() {
      levels = new Map();
      for (const variantId of variants) {
        levels.set(variantId, (await get(`inventory/levels?variantId=${variantId}`)).data);
      }
      return {
        order: await get(`orders/${orderId}`),
        parcels: (await get(`fulfilments?orderId=${orderId}&pageSize=100`)).data,
        returns: (await get(`returns?orderId=${orderId}&pageSize=100`)).data,
        payment: await get(`payments/${payment.id}`),
        ledger: (await get(`ledger?paymentId=${payment.id}&pageSize=100`)).data,
        levels: Object.fromEntries(levels),
      };
    },
  };
}

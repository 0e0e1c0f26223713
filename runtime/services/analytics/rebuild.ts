import type { StepsContext } from '../../context/context.ts';
import { operationOf } from '../../contract/operation-of.ts';
import type { Collection } from '../../store/port.ts';
import { countCart, figuresOfCart } from './carts/count-cart.ts';
import { cartSteps, cartsOfDays, countedOrders, productSales, salesOfDays } from './collections.ts';
import { countOrder } from './count-order.ts';
import {
  beginGeneration,
  type Generation,
  lockGenerations,
  makeLive,
  readGenerations,
} from './generations.ts';
import { capturesOf } from './sales/captures-of.ts';
import { refundsOf } from './sales/refunds-of.ts';

/** Documents a transaction: events of orders wait for no longer than it takes. */
const batchSize = 50;

async function countOrders(context: StepsContext, generation: Generation): Promise<number> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const page = { pageSize: batchSize, ...(after === undefined ? {} : { after }) };
    const next = await context.transaction(async (step) => {
      await lockGenerations(step);
      const orders = await step.call(operationOf(step, 'orders.orders.list'), page);
      for (const order of orders.data) {
        const refunds = await refundsOf(step, order.id);
        await countOrder(step, generation, { order, refunds, captures: await capturesOf(step, order) });
      }
      return { count: orders.data.length, after: orders.page.next };
    });
    count += next.count;
    if (next.after === null) return count;
    after = next.after;
  }
}

/** A cart counts in the new figures as it is when its page is read; what follows is counted by its events. */
async function countCarts(context: StepsContext, generation: Generation): Promise<number> {
  let count = 0;
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const query = { index: 'all', where: { all: 1 }, pageSize: batchSize, ...(after ? { after } : {}) };
    const page = await context.transaction(async (step) => {
      await lockGenerations(step);
      const { items, hasMore } = await step.store.query(cartSteps, query);
      for (const { document } of items) {
        const counted = await countCart(step.store, generation, document, figuresOfCart(document));
        await step.store.update(cartSteps, document.id, (cart) => ({ ...cart, counted }));
      }
      return { count: items.length, last: items.at(-1)?.position, hasMore };
    });
    count += page.count;
    if (!page.hasMore || !page.last) return count;
    after = page.last;
  }
}

/** Clears away the figures of all generations but those in use. */
async function clearOthers(context: StepsContext): Promise<void> {
  const { live, next } = await readGenerations(context.store, context.config.timeZone);
  const used = [live.number, next?.number];
  const collections = [
    countedOrders,
    salesOfDays,
    productSales,
    cartsOfDays,
  ] as unknown as readonly Collection[];
  for (const from of collections) {
    for (let generation = 1; generation < live.number; generation += 1) {
      if (used.includes(generation)) continue;
      await clear(context, from, generation);
    }
  }
}

async function clear(context: StepsContext, from: Collection, generation: number): Promise<void> {
  for (;;) {
    const query = { index: 'byGeneration', where: { generation }, pageSize: 200 };
    const { items } = await context.store.queryIds(from, query);
    if (items.length === 0) return;
    await context.transaction(async ({ store }) => {
      for (const { id } of items) if (await store.get(from, id)) await store.delete(from, id);
    });
  }
}

/** Makes all figures anew beside the live ones, then puts them in their place. */
export async function rebuild(
  context: StepsContext,
): Promise<{ orders: number; carts: number; timeZone: string }> {
  const generation = await context.transaction(beginGeneration);
  const carts = await countCarts(context, generation);
  const orders = await countOrders(context, generation);
  const isLive = await context.transaction((step) => makeLive(step, generation));
  if (!isLive) context.log.warn({ generation }, 'Another rebuild of the figures has taken over.');
  await clearOthers(context);
  return { orders, carts, timeZone: generation.timeZone };
}

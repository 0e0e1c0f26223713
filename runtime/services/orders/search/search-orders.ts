import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { listPage } from '../../../lists/index.ts';
import { orders, presentOrder } from '../orders/stored-order.ts';
import { orderIdOf, orderSearches } from './order-searches.ts';
import { emailWord, folded, lookedUp } from './order-words.ts';

type Search = InputOf<OrderOperations['orders.orders.search']>;

const operationId = 'orders.orders.search';

/** By number, or what numbers begin with: the highest first. */
async function byNumber(context: Context, digits: string, input: Search) {
  const range = {
    ...{ index: 'byNumber', where: { all: 1 }, direction: 'descending' as const },
    range: { from: digits, before: `${digits}:` },
  };
  const page = await listPage(context, operationId, orders, range, input);
  return { ...page, data: page.data.map(presentOrder) };
}

async function byWord(context: Context, word: string, input: Search) {
  const range = { index: 'byWord', where: { word }, direction: 'descending' as const };
  const page = await listPage(context, operationId, orderSearches, range, input);
  const found = await context.store.getMany(
    orders,
    page.data.map(({ id }) => orderIdOf(id)),
  );
  const data = found.filter((order) => order !== undefined).map(presentOrder);
  return { ...page, data };
}

/** Orders that answer to a text: read by one row of one index, whatever it is. */
export async function searchOrders(context: Context, input: Search) {
  const text = folded(input.query).replace(/^#/, '');
  const isNumber = /^\d+$/.test(text);
  if (isNumber) {
    const found = await byNumber(context, text, input);
    if (found.data.length > 0 || input.after !== undefined) return found;
  }
  if (text.includes('@')) return byWord(context, await context.digestOf(emailWord(text)), input);
  const bySku = await byWord(context, `sku:${text}`, input);
  if (bySku.data.length > 0) return bySku;
  // Of several words the longest tells most; the others are compared with what it finds.
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [longest, ...others] = words.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return bySku;
  const page = await byWord(context, await context.digestOf(`name:${lookedUp(longest)}`), input);
  if (others.length === 0) return page;
  const isMeant = ({ shippingAddress, billingAddress }: (typeof page.data)[number]) => {
    const names = [shippingAddress, billingAddress].flatMap((address) =>
      address ? [address.firstName, address.lastName, address.company] : [],
    );
    const all = names.flatMap((name) => (name === null ? [] : folded(name).split(/[^\p{L}\p{N}]+/u)));
    return others.every((word) => all.some((name) => name.startsWith(word)));
  };
  return { ...page, data: page.data.filter(isMeant) };
}

import type { Context } from '../../../context/context.ts';
import type { BatchHandler } from '../../../context/service.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage, listPages } from '../../../lists/index.ts';
import { orders, presentOrder } from './stored-order.ts';
import { timeline } from './timeline.ts';

type ListInput = InputOf<OrderOperations['orders.orders.list']>;
type TimelineInput = InputOf<OrderOperations['orders.orders.listTimeline']>;

/** The group of the index that has what is asked for. Throws `invalid_filter`. */
function groupOf({ state, paymentState, fulfilmentState, channel, customerId, tag }: ListInput): string {
  const facts = Object.entries({ state, payment: paymentState, fulfilment: fulfilmentState, channel })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`);
  const alone = Object.entries({ customer: customerId, tag })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`);
  const [first] = alone;
  if (first === undefined) return facts.join(' ');
  if (alone.length + facts.length === 1) return first;
  const pointer = tag === undefined ? '/customerId' : '/tag';
  const message = 'goes with dates alone.';
  throw problem(problems.invalidFilter, {
    detail: `"${pointer.slice(1)}" ${message}`,
    errors: [{ pointer, message }],
  });
}

function datesOf({ placedFrom, placedBefore }: ListInput) {
  const utc = (time: string) => new Date(time).toISOString();
  return {
    ...(placedFrom === undefined ? {} : { from: utc(placedFrom) }),
    ...(placedBefore === undefined ? {} : { before: utc(placedBefore) }),
  };
}

export async function listOrders(context: Context, input: ListInput) {
  const range = {
    ...{ index: 'byPlaced', where: { group: groupOf(input) }, direction: 'descending' as const },
    range: datesOf(input),
  };
  const page = await listPage(context, 'orders.orders.list', orders, range, input);
  return { ...page, data: page.data.map(presentOrder) };
}

/** Timelines of several orders in one read. */
export const listTimelines: BatchHandler = (context, inputs: readonly TimelineInput[]) => {
  const lists = inputs.map((input) => ({
    range: {
      ...{ index: 'byOrder', where: { orderId: input.orderId }, direction: 'descending' as const },
    },
    input,
  }));
  return listPages(context, 'orders.orders.listTimeline', timeline, lists);
};

import type { Context } from '../../../context/context.ts';
import { fulfilments, presentFulfilment } from '../fulfilments/stored-fulfilment.ts';
import { returns } from '../returns/stored-return.ts';
import { timeline } from './timeline.ts';

/** An order has few parcels and returns; of more than this the latest are shown. */
const most = 100;

/** What has become of an order, as its customer is shown it. */
export async function orderProgress({ store }: Context, orderId: string) {
  const ofOrder = {
    ...{ index: 'byGroup', where: { group: `order:${orderId}` }, pageSize: most },
    direction: 'descending' as const,
  };
  const shown = { index: 'shown', where: { orderId }, pageSize: most, direction: 'descending' as const };
  const [parcels, back, entries] = await Promise.all([
    store.query(fulfilments, ofOrder),
    store.query(returns, ofOrder),
    store.query(timeline, shown),
  ]);
  return {
    fulfilments: parcels.items.map(({ document }) => presentFulfilment(document)),
    returns: back.items.map(({ document }) => document),
    timeline: entries.items.map(({ document }) => document),
  };
}

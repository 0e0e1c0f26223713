import { expect, test } from 'vitest';
import { anOrder } from '../tests/cli/given-order.ts';
import { orderWatch, type PlacedOrder } from './order-watch.ts';

test('an order that was placed is told with its figures, and with nothing of the person', async () => {
  const told: PlacedOrder[] = [];
  const [subscription] = orderWatch(new Set([(order: PlacedOrder) => void told.push(order)])).subscriptions;
  const order = anOrder();
  const event = {
    ...{ id: 'evt_1', type: 'order.placed', subject: order.id, time: order.placedAt, traceId: 'trace' },
    ...{ data: order, sequence: 1, storeId: 'local' },
  };
  if (!subscription || !('handle' in subscription) || !subscription.handle)
    throw new Error('It listens to nothing.');
  // It needs no context.
  await subscription.handle({} as never, event);
  expect(told).toEqual([
    {
      ...{ id: order.id, number: '1001', state: 'confirmed', paymentState: 'captured', channel: 'web' },
      ...{ providers: ['stripe'], units: 3, total: { amount: 3570, currency: 'EUR' } },
    },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/ada|berg|berlin|torstr/i);
});

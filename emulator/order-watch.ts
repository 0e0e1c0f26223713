import type { Static } from 'typebox';
import type { Service } from '../runtime/context/service.ts';
import type { Order } from '../runtime/contract/orders/index.ts';

/** What may be shown of an order to whoever looks over a shoulder: nothing of a person. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly paymentState: string;
  readonly providers: readonly string[];
  readonly channel: string;
  readonly units: number;
  readonly total: { readonly amount: number; readonly currency: string };
}

/** Listens to orders beside the platform's own services, for the live log of `hp dev`. */
export function orderWatch(listeners: ReadonlySet<(order: PlacedOrder) => void>): Service {
  return {
    ...{
      name: 'emulator',
      collections: [],
      handlers: {},
      batches: {},
      loaders: {},
      schedules: {},
      receivers: {},
    },
    subscriptions: [
      {
        name: 'emulator.show-orders',
        events: ['order.placed'],
        async handle(_context, event) {
          const order = event.data as Static<typeof Order>; // as the contract declares the event
          const { id, number, state, paymentState, channel } = order;
          const placed = {
            ...{ id, number, state, paymentState, channel },
            providers: [...new Set(order.payments.map(({ provider }) => provider))],
            units: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
            total: order.totals.total.gross,
          };
          for (const listener of listeners) listener(placed);
        },
      },
    ],
  };
}

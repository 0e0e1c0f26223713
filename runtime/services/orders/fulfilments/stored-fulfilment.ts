import type { Static } from 'typebox';
import type { Fulfilment as FulfilmentSchema } from '../../../contract/orders/fulfilments.ts';
import { collection } from '../../../store/port.ts';
import type { HeldStock } from '../orders/stored-order.ts';

export type Fulfilment = Static<typeof FulfilmentSchema>;

export interface StoredFulfilment extends Fulfilment {
  readonly internal: {
    /** Its own reservations: committed, and shipped with it. */
    readonly stock: readonly HeldStock[];
  };
}

export const fulfilments = collection<StoredFulfilment>({
  name: 'fulfilments',
  indexes: {
    byGroup: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, state, createdAt }) => [
        ['*', createdAt],
        [`order:${orderId}`, createdAt],
        [`state:${state}`, createdAt],
      ],
    },
  },
});

/** A fulfilment as callers see it. */
export function presentFulfilment({ internal: _internal, ...fulfilment }: StoredFulfilment): Fulfilment {
  return fulfilment;
}

import type { Collection, Store } from '../../runtime/store/port.ts';
import { hasPendingCallbacks, partnerCollections } from './partner/documents.ts';
import * as paypal from './paypal/collections.ts';
import type { Simulator } from './simulator.ts';
import { hasPendingWork, stripeCollections } from './stripe/collections.ts';

/** A simulator as far as it must be known before it is used: what it does is loaded with the first request. */
export interface ListedSimulator {
  readonly name: string;
  readonly collections: readonly Collection[];
  /** Its port, counted from the platform's. */
  readonly portOffset: number;
  /** Whether it has something to do by itself, and so must be loaded unasked. */
  readonly hasPendingWork: (store: Store) => Promise<boolean>;
  readonly load: () => Promise<Simulator>;
}

export const simulators: readonly ListedSimulator[] = [
  {
    name: 'stripe',
    collections: stripeCollections,
    portOffset: 10,
    hasPendingWork,
    load: async () => (await import('./stripe/index.ts')).stripe,
  },
  {
    name: 'paypal',
    collections: paypal.paypalCollections,
    portOffset: 11,
    hasPendingWork: paypal.hasPendingWork,
    load: async () => (await import('./paypal/index.ts')).paypalSimulator,
  },
  {
    name: 'warehouse',
    collections: partnerCollections,
    portOffset: 12,
    hasPendingWork: hasPendingCallbacks,
    load: async () => (await import('./warehouse/index.ts')).warehouse,
  },
  {
    name: 'erp',
    // Of the same kind as the warehouse's, each in a store of its own.
    collections: [],
    portOffset: 13,
    hasPendingWork: hasPendingCallbacks,
    load: async () => (await import('./erp/index.ts')).erp,
  },
];

import type { Handler, Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { assessments, queues } from './collections.ts';
import { fraudHandlers } from './handlers.ts';

/** Weighs purchases by the rules of the config, and keeps what people decide about them. */
export const fraudService: Service = {
  name: 'fraud',
  // A collection is stored by its documents' own type; the service lists collections of all types.
  collections: [assessments, queues] as unknown as readonly Collection[],
  // Each handler is typed by its operation; the gateway hands over what the contract has validated.
  handlers: fraudHandlers as Readonly<Record<string, Handler>>,
  batches: {},
  loaders: {},
  subscriptions: [],
  schedules: {},
};

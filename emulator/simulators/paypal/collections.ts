import type { Collection, Store } from '../../../runtime/store/port.ts';
import { disputes } from './disputes/dispute.ts';
import { keptAnswers } from './http/kept-answers.ts';
import { accessTokens } from './oauth/access-tokens.ts';
import { orders } from './orders/order.ts';
import { authorizations, captures, refunds } from './payments/payment.ts';
import { certificates } from './webhooks/signer.ts';
import { deliveries, webhookEvents, webhooks } from './webhooks/webhook.ts';

// A collection is stored by its documents' own type; an engine takes collections of all types.
export const paypalCollections = [
  ...[accessTokens, keptAnswers, orders, authorizations, captures, refunds, disputes],
  ...[webhooks, webhookEvents, deliveries, certificates],
] as unknown as readonly Collection[];

/** Whether an event waits to be sent, so that the simulator has to run unasked. */
export async function hasPendingWork(store: Store): Promise<boolean> {
  const due = await store.queryIds(deliveries as unknown as Collection, {
    ...{ index: 'due', where: {}, pageSize: 1 },
  });
  return due.items.length > 0;
}

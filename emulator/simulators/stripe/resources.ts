import { balanceTransactions } from './balance/balance-transaction.ts';
import { charges } from './charges/charge.ts';
import { checkoutSessions } from './checkout/checkout-session.ts';
import { lineItemsOf } from './checkout/line-items.ts';
import { customers } from './customers/customer.ts';
import { disputes } from './disputes/dispute.ts';
import { events } from './events/event.ts';
import { list } from './objects/list.ts';
import type { Work } from './objects/work.ts';
import { paymentIntents } from './payment-intents/payment-intent.ts';
import { paymentMethods } from './payment-methods/payment-method.ts';
import { earlyFraudWarnings } from './radar/early-fraud-warning.ts';
import { refunds } from './refunds/refund.ts';
import { setupIntents } from './setup-intents/setup-intent.ts';

const references = new Map<string, readonly string[]>(
  [
    ...[paymentIntents, charges, customers, paymentMethods, refunds, disputes, events, balanceTransactions],
    ...[earlyFraudWarnings, setupIntents, checkoutSessions],
  ].map((kind) => [kind.type, kind.references]),
);

/** Members of a kind of object that hold the id of another. */
export function referencesOf(type: string): readonly string[] {
  return references.get(type) ?? [];
}

type Loader = (work: Work, id: string) => Promise<object>;

/** Members that are lists, and are answered only where they are expanded. */
export const expandableLists: Readonly<Record<string, Readonly<Record<string, Loader>>>> = {
  'checkout.session': { line_items: lineItemsOf },
  charge: {
    refunds: (work, id) => list(work, refunds, `/v1/charges/${id}/refunds`, { where: { charge: id } }),
  },
};

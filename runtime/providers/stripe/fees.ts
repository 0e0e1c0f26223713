import type Stripe from 'stripe';
import type { ProviderFee } from '../../services/payments/index.ts';
import type { StripePayment } from './provider-state.ts';
import { amountOfStripe } from './stripe-amount.ts';

type Movement = Stripe.BalanceTransaction | string | null | undefined;

/** Of the balance, and so in its currency; a movement that was not read, or is not settled yet, tells none. */
function feeOf(movement: Movement): ProviderFee[] {
  if (movement === null || movement === undefined || typeof movement === 'string') return [];
  const { id: reference, fee, currency } = movement;
  if (fee === 0) return [];
  return [{ reference, amount: amountOfStripe(fee, currency), currency: currency.toUpperCase() }];
}

/** What Stripe keeps of a charge, and takes or gives back with its refunds and disputes. */
export function feesOf({
  charge,
  refunds,
  disputes,
}: Pick<StripePayment, 'charge' | 'refunds' | 'disputes'>): ProviderFee[] {
  return [
    ...feeOf(charge?.balance_transaction),
    ...refunds.flatMap((refund) => [
      ...feeOf(refund.balance_transaction),
      ...feeOf(refund.failure_balance_transaction),
    ]),
    ...disputes.flatMap(({ balance_transactions: movements }) => movements.flatMap(feeOf)),
  ];
}

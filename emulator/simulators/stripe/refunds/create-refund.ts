import { move } from '../balance/balance-transaction.ts';
import { testCardNamed } from '../cards/test-cards.ts';
import { type Charge, charges } from '../charges/charge.ts';
import { emit } from '../events/emit.ts';
import { change, findOrRefuse, findToChange, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { paymentIntents } from '../payment-intents/payment-intent.ts';
import { badRequest } from '../stripe-error.ts';
import { schedule } from '../tasks/schedule.ts';
import { type Refund, type RefundReason, refunds } from './refund.ts';
import { requireRefundable } from './refundable.ts';

export interface RefundInput {
  readonly charge?: string | undefined;
  readonly payment_intent?: string | undefined;
  readonly amount?: number | undefined;
  readonly reason?: RefundReason | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Seconds until a refund of the cards that take their time settles or fails. */
const settlingSeconds = 60;

async function chargeOf(work: Work, { charge, payment_intent }: RefundInput): Promise<Charge> {
  if (charge !== undefined) return (await findOrRefuse(work, charges, charge, 'charge')).object;
  if (payment_intent === undefined) {
    throw badRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    );
  }
  const { object: intent } = await findOrRefuse(work, paymentIntents, payment_intent, 'payment_intent');
  const latest = intent.latest_charge;
  const found = latest === null ? undefined : (await findOrRefuse(work, charges, latest)).object;
  if (found?.status === 'succeeded') return found;
  throw badRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  });
}

function refundObject(
  work: Work,
  charge: Charge,
  input: RefundInput,
  amount: number,
  isPending: boolean,
): Refund {
  return {
    ...{ id: refunds.newId(), object: 'refund', amount, balance_transaction: null, charge: charge.id },
    ...{ created: work.now, currency: charge.currency, customer: charge.customer, customer_account: null },
    destination_details: {
      type: 'card',
      card: {
        ...{ reference_status: 'pending', reference_type: 'acquirer_reference_number' },
        type: isPending ? 'pending' : 'refund',
      },
    },
    ...{ metadata: input.metadata ?? {}, payment_intent: charge.payment_intent },
    ...{ payment_method: charge.payment_method, ...(isPending ? { pending_reason: 'processing' } : {}) },
    ...{ reason: input.reason ?? null, receipt_number: null, source_transfer_reversal: null },
    ...{ status: isPending ? 'pending' : 'succeeded', transfer_reversal: null },
  };
}

/** Gives a charge back, whole or in part. */
export async function createRefund(work: Work, input: RefundInput): Promise<Refund> {
  const { id } = await chargeOf(work, input);
  const { object: before, hidden } = await findToChange(work, charges, id);
  const amount = requireRefundable(before, input.amount);
  const behaviour = testCardNamed(hidden.behaviour)?.refund;
  const made = refundObject(work, before, input, amount, behaviour === 'pending');
  const movement = await move(work, {
    ...{
      amount: -amount,
      currency: made.currency,
      fee: 0,
      source: made.id,
      type: 'refund',
      category: 'refund',
    },
    description: `REFUND FOR CHARGE${before.description ? ` (${before.description})` : ''}`,
  });
  const refund = await insert(work, refunds, { ...made, balance_transaction: movement.id }, {});
  const refunded = before.amount_refunded + amount;
  const charge = await change(work, charges, before.id, {
    amount_refunded: refunded,
    refunded: refunded === before.amount,
  });
  await emit(work, 'refund.created', refund);
  await emit(work, 'charge.refunded', charge, {
    ...{ amount_refunded: before.amount_refunded, refunded: before.refunded },
  });
  if (behaviour === 'pending') await schedule(work, 'settle_refund', refund.id, settlingSeconds);
  if (behaviour === 'fails') await schedule(work, 'fail_refund', refund.id, settlingSeconds);
  return refund;
}

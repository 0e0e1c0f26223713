import { move } from '../balance/balance-transaction.ts';
import { type Charge, charges } from '../charges/charge.ts';
import { emit } from '../events/emit.ts';
import { change, insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { schedule } from '../tasks/schedule.ts';
import { type Dispute, disputes, type Evidence, evidenceNames } from './dispute.ts';

/** Kept by Stripe for each chargeback, in minor units. */
export const disputeFee = 1500;
/** Seconds in which a merchant can answer. */
const answerSeconds = 10 * 24 * 60 * 60;

const reasonCodes = { fraudulent: '10.4', product_not_received: '13.1' } as const;

/** Takes the disputed amount and the fee from the balance. Answers the movement's id. */
export async function withdraw(work: Work, dispute: Pick<Dispute, 'id' | 'amount' | 'currency' | 'charge'>) {
  const movement = await move(work, {
    ...{ amount: -dispute.amount, currency: dispute.currency, fee: disputeFee, source: dispute.id },
    ...{ feeDescription: 'Dispute fee', description: `Chargeback withdrawal for ${dispute.charge}` },
    ...{ type: 'adjustment', category: 'dispute' },
  });
  return movement.id;
}

/** A cardholder disputes a charge. An inquiry moves no money yet. */
export async function openDispute(
  work: Work,
  charge: Charge,
  reason: Dispute['reason'],
  amount: number,
  isInquiry: boolean,
): Promise<void> {
  const id = disputes.newId();
  const facts = { id, amount, currency: charge.currency, charge: charge.id };
  const code = reasonCodes[reason];
  // A member for each name of the list.
  const evidence = Object.fromEntries(evidenceNames.map((name) => [name, null])) as Evidence;
  const dispute = await insert(
    work,
    disputes,
    {
      ...{
        ...facts,
        object: 'dispute',
        balance_transactions: isInquiry ? [] : [await withdraw(work, facts)],
      },
      ...{
        created: work.now,
        enhanced_eligibility_types: [],
        evidence: { ...evidence, enhanced_evidence: {} },
      },
      evidence_details: {
        ...{
          due_by: work.now + answerSeconds,
          enhanced_eligibility: {},
          has_evidence: false,
          past_due: false,
        },
        ...{ submission_count: 0, submission_method: null },
      },
      ...{ intended_submission_method: null, is_charge_refundable: isInquiry, livemode: false, metadata: {} },
      ...{ network_reason_code: code, payment_intent: charge.payment_intent },
      payment_method_details: {
        type: 'card',
        card: { brand: 'visa', case_type: isInquiry ? 'inquiry' : 'chargeback', network_reason_code: code },
      },
      ...{ reason, status: isInquiry ? 'warning_needs_response' : 'needs_response' },
    },
    {},
  );
  await change(work, charges, charge.id, { disputed: true });
  await emit(work, 'charge.dispute.created', dispute);
  if (!isInquiry) await emit(work, 'charge.dispute.funds_withdrawn', dispute);
  await schedule(work, 'close_dispute', id, answerSeconds);
}

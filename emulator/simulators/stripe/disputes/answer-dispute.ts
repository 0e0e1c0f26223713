import { move } from '../balance/balance-transaction.ts';
import { charges } from '../charges/charge.ts';
import { emit } from '../events/emit.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { mergeMetadata } from '../parameters/common.ts';
import { badRequest } from '../stripe-error.ts';
import { type Dispute, disputes, type Evidence } from './dispute.ts';
import { disputeFee, withdraw } from './open-dispute.ts';

export interface AnswerInput {
  readonly evidence?: Partial<Record<keyof Evidence, string | null | undefined>> | undefined;
  readonly submit?: boolean | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

type Ending = 'won' | 'lost' | 'warning_closed';

/** What Stripe does in test mode with certain texts in `evidence[uncategorized_text]`. */
const magicTexts = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
  escalate_inquiry_evidence: 'escalated',
} as const;

const isOpen = ({ status }: Dispute) => status === 'needs_response' || status === 'warning_needs_response';
const isInquiry = ({ status }: Dispute) => status.startsWith('warning_');

function requireOpen(dispute: Dispute): void {
  if (isOpen(dispute)) return;
  throw badRequest(
    `This dispute is already ${dispute.status.endsWith('under_review') ? 'under review' : 'closed'}; it can not be changed.`,
  );
}

/** The amount and the fee come back to the balance. */
async function reinstate(work: Work, dispute: Dispute): Promise<Dispute> {
  const movement = await move(work, {
    ...{ amount: dispute.amount, currency: dispute.currency, fee: -disputeFee, source: dispute.id },
    ...{ feeDescription: 'Dispute fee refund', description: `Chargeback reversal for ${dispute.charge}` },
    ...{ type: 'adjustment', category: 'dispute_reversal', isAvailableAtOnce: true },
  });
  const reinstated = await change(work, disputes, dispute.id, {
    balance_transactions: [...dispute.balance_transactions, movement.id],
  });
  await emit(work, 'charge.dispute.funds_reinstated', reinstated);
  return reinstated;
}

/** Ends a dispute. An inquiry that is won or given up is closed without money having moved. */
async function close(work: Work, dispute: Dispute, ending: Ending): Promise<Dispute> {
  const status = isInquiry(dispute) ? 'warning_closed' : ending;
  const closed = await change(work, disputes, dispute.id, { status });
  await emit(work, 'charge.dispute.closed', closed, { status: dispute.status });
  return status === 'won' ? reinstate(work, closed) : closed;
}

async function escalate(work: Work, dispute: Dispute): Promise<Dispute> {
  const { card } = dispute.payment_method_details;
  const escalated = await change(work, disputes, dispute.id, {
    ...{ status: 'needs_response', is_charge_refundable: false },
    balance_transactions: [await withdraw(work, dispute)],
    payment_method_details: { type: 'card', card: { ...card, case_type: 'chargeback' } },
  });
  await emit(work, 'charge.dispute.updated', escalated, { status: dispute.status });
  await emit(work, 'charge.dispute.funds_withdrawn', escalated);
  return escalated;
}

/** Keeps evidence, and hands it in unless told to wait. */
export async function answerDispute(work: Work, dispute: Dispute, input: AnswerInput): Promise<Dispute> {
  requireOpen(dispute);
  const given = Object.entries(input.evidence ?? {}).filter(([, value]) => value !== undefined);
  const evidence = { ...dispute.evidence, ...Object.fromEntries(given) };
  const isSubmitted = (input.submit ?? true) && given.length > 0;
  const details = dispute.evidence_details;
  const updated = await change(work, disputes, dispute.id, {
    evidence,
    metadata: mergeMetadata(dispute.metadata, input.metadata),
    evidence_details: {
      ...details,
      has_evidence: details.has_evidence || given.length > 0,
      submission_count: details.submission_count + (isSubmitted ? 1 : 0),
    },
    ...(isSubmitted ? { status: isInquiry(dispute) ? 'warning_under_review' : 'under_review' } : {}),
  });
  await emit(work, 'charge.dispute.updated', updated, { status: dispute.status });
  const text = evidence.uncategorized_text ?? '';
  const magic = Object.hasOwn(magicTexts, text) ? magicTexts[text as keyof typeof magicTexts] : undefined;
  if (!isSubmitted || magic === undefined) return updated;
  if (magic !== 'escalated') return close(work, updated, magic);
  return isInquiry(updated) ? escalate(work, updated) : updated;
}

/** The merchant gives in. */
export async function acceptDispute(work: Work, dispute: Dispute): Promise<Dispute> {
  requireOpen(dispute);
  return close(work, dispute, 'lost');
}

/** The time to answer is over: what was not answered is lost. */
export async function lapse(work: Work, id: string): Promise<void> {
  const { object: dispute } = await findOrRefuse(work, disputes, id);
  if (!isOpen(dispute)) return;
  const late = await change(work, disputes, id, {
    evidence_details: { ...dispute.evidence_details, past_due: true },
  });
  await close(work, late, 'lost');
  if (isInquiry(dispute)) await change(work, charges, dispute.charge, { disputed: false });
}

import { testCardNamed } from '../cards/test-cards.ts';
import { type Charge, charges } from '../charges/charge.ts';
import { settle } from '../charges/charge-card.ts';
import { followUp } from '../disputes/follow-up.ts';
import { emit } from '../events/emit.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { mergeMetadata } from '../parameters/common.ts';
import { badRequest } from '../stripe-error.ts';
import { requireState } from './intent-states.ts';
import { type PaymentIntent, paymentIntents } from './payment-intent.ts';

interface CaptureInput {
  readonly amount_to_capture?: number | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Takes a held amount, or a part of it; the rest is released. */
export async function captureIntent(
  work: Work,
  intent: PaymentIntent,
  input: CaptureInput,
): Promise<PaymentIntent> {
  requireState('capture', intent);
  const amount = input.amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    throw badRequest(
      `The amount to capture must be less than or equal to the amount capturable (${intent.amount_capturable}).`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    );
  }
  const held = await findOrRefuse(work, charges, intent.latest_charge ?? '');
  const card = testCardNamed(held.hidden.behaviour);
  const charge = await change(work, charges, held.object.id, {
    ...{ captured: true, amount_captured: amount, amount_refunded: held.object.amount - amount },
    balance_transaction: await settle(work, held.object, amount, card),
  });
  const captured = await change(work, paymentIntents, intent.id, {
    ...{ status: 'succeeded', amount_capturable: 0, amount_received: amount },
    metadata: mergeMetadata(intent.metadata, input.metadata),
  });
  await emit(work, 'charge.captured', charge);
  await emit(work, 'payment_intent.succeeded', captured);
  if (card) await followUp(work, charge, card);
  return captured;
}

async function release(work: Work, intent: PaymentIntent): Promise<Charge | undefined> {
  if (intent.status !== 'requires_capture' || intent.latest_charge === null) return undefined;
  const { object } = await findOrRefuse(work, charges, intent.latest_charge);
  return change(work, charges, object.id, { amount_refunded: object.amount, refunded: true });
}

/** Ends an intent that was not paid; what is held is released. */
export async function cancelIntent(
  work: Work,
  intent: PaymentIntent,
  reason: string | null,
): Promise<PaymentIntent> {
  requireState('cancel', intent);
  const charge = await release(work, intent);
  if (charge) await emit(work, reason === 'automatic' ? 'charge.expired' : 'charge.refunded', charge);
  const canceled = await change(work, paymentIntents, intent.id, {
    ...{ status: 'canceled', canceled_at: work.now, cancellation_reason: reason },
    ...{ amount_capturable: 0, next_action: null },
  });
  await emit(work, 'payment_intent.canceled', canceled);
  return canceled;
}

import type { Context } from '../../../context/context.ts';
import { paymentDisputes } from '../disputes/stored-dispute.ts';
import { entriesOf, ledgerTransactions } from '../ledger/ledger-transaction.ts';
import type { ProviderState } from '../payment-provider.ts';
import { paymentRefunds, presentRefund, type StoredRefund } from '../refunds/stored-refund.ts';
import { type Applied, applyProviderState } from './apply-provider-state.ts';
import { nextLook } from './payment-due.ts';
import type { PaymentDocument, PaymentFacts } from './payment-facts.ts';
import { presentPayment } from './present-payment.ts';
import { payments, type StoredPayment } from './stored-payment.ts';

/** Stores a changed payment with the time of its next look. Who calls has it locked. */
export async function putPayment(context: Context, document: PaymentDocument): Promise<StoredPayment> {
  const dueAt = nextLook(document, context.clock.now());
  return context.store.update(payments, document.id, () => ({ ...document, dueAt }));
}

async function putRefunds(context: Context, before: PaymentFacts, after: Applied): Promise<StoredRefund[]> {
  const written: StoredRefund[] = [];
  for (const refund of after.facts.refunds) {
    const stored = before.refunds.find(({ id }) => id === refund.id);
    if (stored === refund) continue;
    written.push(
      stored
        ? await context.store.update(paymentRefunds, refund.id, () => refund)
        : await context.store.insert(paymentRefunds, refund),
    );
  }
  return written;
}

async function putDisputes(context: Context, before: PaymentFacts, after: Applied): Promise<void> {
  for (const dispute of after.facts.disputes) {
    const stored = before.disputes.find(({ id }) => id === dispute.id);
    if (stored === dispute) continue;
    if (stored) await context.store.update(paymentDisputes, dispute.id, () => dispute);
    else await context.store.insert(paymentDisputes, dispute);
  }
}

async function book(context: Context, { id: paymentId, provider, currency }: StoredPayment, after: Applied) {
  const occurredAt = context.clock.now().toISOString();
  await context.store.insertMany(
    ledgerTransactions,
    after.movements.map((movement) => ({
      ...{ id: context.ids.next('ltx'), paymentId, provider, occurredAt },
      ...{ kind: movement.kind, reference: movement.reference, currency: movement.currency ?? currency },
      entries: entriesOf(movement, provider),
    })),
  );
}

/** What callers see of a payment, its version and times left out. */
function shown(payment: StoredPayment): string {
  const { version: _version, updatedAt: _updatedAt, ...visible } = presentPayment(payment);
  return JSON.stringify(visible);
}

/**
 * Brings a payment to what its provider says, with its refunds, disputes, books and events, all in this transaction.
 * `changes` is what else is recorded with it. Who calls has the payment locked.
 */
export async function writeProviderState(
  context: Context,
  stored: StoredPayment,
  before: PaymentFacts,
  state: ProviderState,
): Promise<StoredPayment> {
  const applied = applyProviderState(before, state, (prefix) => context.ids.next(prefix));
  const { payment: next } = applied.facts;
  const refunds = await putRefunds(context, before, applied);
  await putDisputes(context, before, applied);
  if (applied.movements.length > 0) await book(context, stored, applied);
  const hasNews = applied.events.length > 0 || JSON.stringify(next) !== JSON.stringify(stored);
  if (!hasNews) return stored;
  const written = await putPayment(context, { ...next, attempts: 0 });
  for (const { type, refundId } of applied.events) {
    const refund = refunds.find(({ id }) => id === refundId);
    await context.emit(type, stored.id, refund ? presentRefund(refund) : presentPayment(written));
  }
  if (applied.events.length === 0 && shown(written) !== shown(stored))
    await context.emit('payment.updated', stored.id, presentPayment(written));
  return written;
}

import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { Collection, Position, Reader, StoredDocument } from '../../../store/port.ts';
import { paymentDisputes } from '../disputes/stored-dispute.ts';
import { paymentRefunds } from '../refunds/stored-refund.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { payments, type StoredPayment } from './stored-payment.ts';

/** @throws {Problem} `not_found` */
export async function openPayment(store: Reader, id: string, lock = false): Promise<StoredPayment> {
  const payment = await store.get(payments, id, { lock });
  if (!payment) throw problem(problems.notFound, { detail: `There is no payment ${id}.` });
  return payment;
}

/** All documents of a payment in a collection, oldest first. */
export async function allOfPayment<Doc extends StoredDocument>(
  store: Reader,
  from: Collection<Doc>,
  paymentId: string,
): Promise<Doc[]> {
  const found: Doc[] = [];
  let after: Position | undefined;
  for (;;) {
    const { items, hasMore } = await store.query(from, {
      ...{ index: 'byCreated', where: { group: `payment:${paymentId}` }, pageSize: 500 },
      ...(after ? { after } : {}),
    });
    found.push(...items.map(({ document }) => document));
    after = items.at(-1)?.position;
    if (!hasMore) return found;
  }
}

/** Everything recorded of a payment. Nothing can have been refunded or disputed before there was money. */
export async function factsOf(store: Reader, payment: StoredPayment): Promise<PaymentFacts> {
  if (payment.captured === 0) return { payment, refunds: [], disputes: [] };
  return {
    payment,
    refunds: await allOfPayment(store, paymentRefunds, payment.id),
    disputes: await allOfPayment(store, paymentDisputes, payment.id),
  };
}

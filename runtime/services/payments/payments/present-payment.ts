import type { Payment, StoredPayment } from './stored-payment.ts';

/** A payment as it is answered: without what only the service needs to know. */
export function presentPayment(payment: StoredPayment): Payment {
  const { id, version, createdAt, updatedAt, orderId, cartId, customerId, provider, method } = payment;
  const { state, currency, redirectUrl, failure, providerReference, riskScore, riskLevel } = payment;
  const { capture, expiresAt, description } = payment;
  const money = (amount: number) => ({ amount, currency });
  return {
    ...{ id, version, createdAt, updatedAt, orderId, cartId, customerId, provider, method, state },
    amount: money(payment.amount),
    authorized: money(payment.authorized),
    capturable: money(payment.capturable),
    captured: money(payment.captured),
    refunded: money(payment.refunded),
    ...{ redirectUrl, failure, providerReference, riskScore, riskLevel, capture, expiresAt, description },
  };
}

import { refusal, unprocessable } from '../http/paypal-error.ts';
import { type Money, minorUnits } from '../money/money.ts';
import type { Capture } from './payment.ts';

const windowDays = 180;

/**
 * What a refund gives back, in the smallest unit: all that is left unless an amount is named.
 *
 * @throws {PayPalError} 422 where the capture cannot be refunded, or not by that much.
 */
export function refundableAmount(capture: Capture, asked: Money | undefined, now: Date): number {
  if (capture.status === 'REFUNDED') throw refusal('CAPTURE_FULLY_REFUNDED');
  if (capture.status === 'DECLINED')
    throw refusal('REFUND_NOT_ALLOWED', { description: 'The capture was declined.' });
  if (now.getTime() - new Date(capture.createdAt).getTime() > windowDays * 86_400_000) {
    throw refusal('REFUND_TIME_LIMIT_EXCEEDED');
  }
  const left = minorUnits(capture.amount, '/amount') - capture.refunded;
  if (!asked) return left;
  if (asked.currency_code !== capture.amount.currency_code) {
    throw unprocessable('REFUND_CAPTURE_CURRENCY_MISMATCH', {
      field: '/amount/currency_code',
      value: asked.currency_code,
    });
  }
  const amount = minorUnits(asked, '/amount');
  const field = { field: '/amount/value', value: asked.value };
  if (amount === 0) throw unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE', field);
  if (amount > left) throw unprocessable('REFUND_AMOUNT_EXCEEDED', field);
  return amount;
}

export function statusAfterRefund(capture: Capture, totalRefunded: number): Capture['status'] {
  return totalRefunded >= minorUnits(capture.amount, '/amount') ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

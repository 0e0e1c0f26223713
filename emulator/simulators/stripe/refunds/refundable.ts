import type { Charge } from '../charges/charge.ts';
import { badRequest } from '../stripe-error.ts';

type Refunded = Pick<
  Charge,
  'id' | 'status' | 'amount' | 'amount_refunded' | 'captured' | 'refunded' | 'disputed'
>;

/** The amount that a refund gives back: what was asked, or the rest. Never more than was captured. */
export function requireRefundable(charge: Refunded, asked: number | undefined): number {
  const { id, amount, amount_refunded } = charge;
  if (charge.status !== 'succeeded' || !charge.captured) {
    throw badRequest(
      `Charge ${id} was not captured, so there is nothing to refund. Cancel its PaymentIntent instead.`,
      {
        param: 'charge',
      },
    );
  }
  if (charge.refunded || amount_refunded >= amount) {
    throw badRequest(`Charge ${id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (charge.disputed) {
    throw badRequest(`Charge ${id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const left = amount - amount_refunded;
  const wanted = asked ?? left;
  if (wanted <= left) return wanted;
  throw badRequest(`Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`, {
    param: 'amount',
  });
}

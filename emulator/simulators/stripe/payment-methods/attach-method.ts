import { cardError } from '../cards/card-error.ts';
import { testCardNamed } from '../cards/test-cards.ts';
import { verdictOf } from '../charges/outcome.ts';
import type { Found } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { badRequest } from '../stripe-error.ts';
import { attach } from './attach.ts';
import type { HiddenMethod, PaymentMethod } from './payment-method.ts';

/** Attaches after asking the bank: a card that is declined stays nobody's. */
export async function attachMethod(
  work: Work,
  method: Found<PaymentMethod, HiddenMethod>,
  customer: string,
): Promise<PaymentMethod> {
  const { object, hidden } = method;
  if (object.customer === customer) return object;
  if (object.customer !== null) {
    throw badRequest('The payment method you provided has already been attached to a customer.', {
      code: 'resource_already_exists',
      param: 'payment_method',
    });
  }
  if (hidden.isConsumed) {
    throw badRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, ' +
        'and may not be used again.',
      { code: 'payment_method_unexpected_state' },
    );
  }
  const card = testCardNamed(hidden.behaviour);
  const decline = card?.attaches || !card ? undefined : verdictOf(card).decline;
  if (decline) throw cardError(decline);
  return attach(work, method, customer);
}

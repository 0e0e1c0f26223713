import { emit } from '../events/emit.ts';
import type { Found } from '../objects/resource.ts';
import { change } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { type HiddenMethod, type PaymentMethod, paymentMethods } from './payment-method.ts';

/** Makes a method a customer's. */
export async function attach(
  work: Work,
  { object }: Found<PaymentMethod, HiddenMethod>,
  customer: string,
): Promise<PaymentMethod> {
  const attached = await change(work, paymentMethods, object.id, { customer });
  await emit(work, 'payment_method.attached', attached);
  return attached;
}

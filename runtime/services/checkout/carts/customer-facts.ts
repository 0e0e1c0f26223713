import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';

/** What a cart has of the customer whose it is. */
export async function customerFacts(context: Context, customerId: string) {
  const get = operationOf(context, 'customers.customers.get');
  const { id, customerGroup, isTaxExempt, email } = await context.call(get, { customerId });
  return { customerId: id, customerGroup, isTaxExempt, email };
}

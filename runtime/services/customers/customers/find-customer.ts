import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { customers, type StoredCustomer } from './stored-customer.ts';

/** Under what a customer is found by their address, in any case. */
export function emailDigest({ digestOf }: Pick<Context, 'digestOf'>, email: string): Promise<string> {
  return digestOf(email.toLowerCase());
}

/** @throws {Problem} `not_found`. */
export async function requireCustomer(
  { store }: Context,
  customerId: string,
  options: { readonly lock?: boolean } = {},
): Promise<StoredCustomer> {
  const customer = await store.get(customers, customerId, options);
  if (!customer) throw problem(problems.notFound, { detail: `There is no customer ${customerId}.` });
  return customer;
}

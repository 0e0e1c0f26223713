import type { Context } from '../../../context/context.ts';
import { type CustomerOperations, customerProblems } from '../../../contract/customers/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { customers, presentCustomer, type StoredCustomer } from '../customers/stored-customer.ts';
import { createCustomer } from '../customers/write-customer.ts';
import { beginSession } from '../sessions/begin-session.ts';
import { linkDigest, type SignInLink, signInLinks } from './stored-link.ts';

type Complete = CustomerOperations['customers.signIns.complete'];

/** Uses the link of a token up. Who comes second, or too late, gets nothing. */
async function spendLink({ store, clock }: Context, token: string): Promise<SignInLink> {
  const now = clock.now().toISOString();
  const found = await store.find(signInLinks, 'byToken', { tokenDigest: linkDigest(token) });
  const link = found && (await store.get(signInLinks, found.id, { lock: true }));
  if (!link || link.usedAt !== null || link.expiresAt <= now) {
    throw problem(customerProblems.signInLinkInvalid, {
      detail: link?.usedAt ? 'This link has been used.' : 'This link is too old, or was never sent.',
    });
  }
  return store.update(signInLinks, link.id, (current) => ({ ...current, usedAt: now }));
}

/** The customer whose address it is, made at the first sign-in. */
async function customerOf(context: Context, link: SignInLink): Promise<StoredCustomer> {
  const { email, emailDigest, locale } = link;
  const known = await context.store.find(customers, 'byEmail', { emailDigest });
  const isLocale = context.config.locales.some(({ code }) => code === locale);
  const customer = known ?? (await createCustomer(context, { email, ...(isLocale ? { locale } : {}) }));
  const lastSignInAt = context.clock.now().toISOString();
  return context.store.update(customers, customer.id, (current) => ({ ...current, lastSignInAt }));
}

/** A cart that is gone, or was never this browser's, is no reason to stay signed out. */
async function claimCart(context: Context, customerId: string, { cartId, cartToken }: InputOf<Complete>) {
  const claim = operationOf(context, 'checkout.carts.claim');
  if (cartId !== undefined && cartToken !== undefined) {
    try {
      return await context.call(claim, { customerId, cartId, cartToken });
    } catch (error) {
      // Nothing has been written by then: the cart is looked for first.
      if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
    }
  }
  return context.call(claim, { customerId });
}

/** Signs in whoever has the link: the account, its orders, its cart and the session in one transaction. */
export async function completeSignIn(
  context: Context,
  input: InputOf<Complete>,
): Promise<OutputOf<Complete>> {
  const link = await spendLink(context, input.token);
  const customer = await customerOf(context, link);
  const assign = operationOf(context, 'orders.orders.assignGuestOrders');
  await context.call(assign, { customerId: customer.id, email: customer.email });
  const { cart, token: cartToken } = await claimCart(context, customer.id, input);
  const tokens = await beginSession(context, customer);
  await context.emit('customer.signed_in', customer.id, { id: customer.id });
  return { customer: presentCustomer(customer), cart, cartToken, ...tokens };
}

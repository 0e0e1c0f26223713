import type { Context } from '../../../context/context.ts';
import type { CustomerOperations } from '../../../contract/customers/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { checkedSettings, type Settings } from './checked-settings.ts';
import { emailDigest, requireCustomer } from './find-customer.ts';
import { customers, presentCustomer, type StoredCustomer } from './stored-customer.ts';

type Create = InputOf<CustomerOperations['customers.customers.create']>;

/** @throws {Problem} `already_exists` where another customer has the address. */
async function requireFree({ store }: Context, digest: string): Promise<void> {
  const holder = await store.find(customers, 'byEmail', { emailDigest: digest });
  if (!holder) return;
  throw problem(problems.alreadyExists, {
    detail: 'Another customer has this e-mail address.',
    details: { id: holder.id },
  });
}

/** A customer who has said no more than their address. */
const nobody = {
  ...{ firstName: null, lastName: null, phone: null, locale: null, note: null, customerGroup: null },
  ...{ acceptsMarketing: false, marketingChangedAt: null, isTaxExempt: false, addresses: [] },
  lastSignInAt: null,
};

/** Makes a customer, and says so. */
export async function createCustomer(
  context: Context,
  { id = context.ids.next('cus'), email, ...settings }: Create,
): Promise<StoredCustomer> {
  const digest = await emailDigest(context, email);
  await requireFree(context, digest);
  const customer = await context.store.insert(customers, {
    ...{ ...nobody, ...(await checkedSettings(context, nobody, settings)) },
    ...{ id, email, emailDigest: digest },
  });
  await context.emit('customer.created', id, presentCustomer(customer));
  return customer;
}

/** Changes a customer at the version that the caller has seen, and says so. */
export async function changeCustomer(
  context: Context,
  customerId: string,
  { email, ...settings }: Settings & { readonly email?: string | undefined },
): Promise<StoredCustomer> {
  const before = await requireCustomer(context, customerId, { lock: true });
  const change = await checkedSettings(context, before, settings);
  const digest = email === undefined ? before.emailDigest : await emailDigest(context, email);
  const isMoved = digest !== before.emailDigest;
  if (isMoved) await requireFree(context, digest);
  const { expectedVersion } = context;
  const customer = await context.store.update(
    customers,
    customerId,
    (current) => ({ ...current, ...change, email: email ?? current.email, emailDigest: digest }),
    { expectedVersion },
  );
  // Whoever can read the mail of the address before is not the customer any more.
  if (isMoved) await endSessionsOf(context, customerId);
  await context.emit('customer.updated', customerId, presentCustomer(customer));
  return customer;
}

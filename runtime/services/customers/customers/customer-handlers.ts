import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CustomerOperations } from '../../../contract/customers/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { forgetLinksTo } from '../sign-ins/forget-links.ts';
import { emailDigest, requireCustomer } from './find-customer.ts';
import { customers, presentCustomer } from './stored-customer.ts';
import { changeCustomer, createCustomer } from './write-customer.ts';

type CustomerOperation = Extract<keyof CustomerOperations, `customers.customers.${string}`>;

async function rangeOf(context: Context, email: string | undefined, customerGroup: string | undefined) {
  if (email !== undefined && customerGroup !== undefined) {
    throw problem(problems.invalidFilter, {
      detail: 'Customers are listed by e-mail address or by group, not by both.',
      errors: [{ pointer: '/customerGroup', message: 'does not go with "email".' }],
    });
  }
  if (email !== undefined) {
    return { index: 'byEmail', where: { emailDigest: await emailDigest(context, email) } };
  }
  const group = customerGroup === undefined ? '*' : `group:${customerGroup}`;
  return { index: 'byCreated', where: { group }, direction: 'descending' as const };
}

/** Handlers of customers, in the contract's order. */
export const customerHandlers: Pick<HandlersOf<CustomerOperations>, CustomerOperation> = {
  async 'customers.customers.list'(context, { email, customerGroup, ...page }) {
    const range = await rangeOf(context, email, customerGroup);
    const found = await listPage(context, 'customers.customers.list', customers, range, page);
    return { ...found, data: found.data.map(presentCustomer) };
  },

  async 'customers.customers.get'(context, { customerId }) {
    return presentCustomer(await requireCustomer(context, customerId));
  },

  async 'customers.customers.create'(context, input) {
    return presentCustomer(await createCustomer(context, input));
  },

  async 'customers.customers.update'(context, { customerId, ...change }) {
    return presentCustomer(await changeCustomer(context, customerId, change));
  },

  async 'customers.customers.delete'(context, { customerId }) {
    const customer = await requireCustomer(context, customerId, { lock: true });
    await context.store.delete(customers, customerId, { expectedVersion: context.expectedVersion });
    await endSessionsOf(context, customerId);
    await forgetLinksTo(context, customer.emailDigest);
    await context.emit('customer.deleted', customerId, { id: customerId });
    return null;
  },
};

import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { type CustomerOperations, customerProblems } from '../../../contract/customers/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import { customers, presentCustomer } from '../customers/stored-customer.ts';
import { changeCustomer } from '../customers/write-customer.ts';

type OwnOperation = Extract<keyof CustomerOperations, `customers.me.${string}`>;

/**
 * Who is signed in, and has not been erased since.
 * @throws {Problem} `sign_in_needed`.
 */
async function signedIn({ actor, store }: Context) {
  const customer = actor.customer && (await store.get(customers, actor.customer.id));
  if (customer) return customer;
  throw problem(customerProblems.signInNeeded, {
    detail: actor.customer
      ? 'The customer of this token is not there any more.'
      : 'The request says nothing of a customer.',
  });
}

/** Handlers of what is the customer's own, in the contract's order. */
export const ownHandlers: Pick<HandlersOf<CustomerOperations>, OwnOperation> = {
  async 'customers.me.get'(context) {
    return presentCustomer(await signedIn(context));
  },

  async 'customers.me.update'(context, settings) {
    const { id } = await signedIn(context);
    return presentCustomer(await changeCustomer(context, id, settings));
  },

  async 'customers.me.listOrders'(context, page) {
    const { id: customerId } = await signedIn(context);
    return context.call(operationOf(context, 'orders.orders.list'), { ...page, customerId });
  },

  async 'customers.me.getOrder'(context, { orderId }) {
    await signedIn(context);
    return context.call(operationOf(context, 'orders.orders.read'), { orderId });
  },
};

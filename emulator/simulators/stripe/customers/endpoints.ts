import { objects } from '../collections.ts';
import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { list } from '../objects/list.ts';
import { change, find, findOrRefuse, remove } from '../objects/resource.ts';
import { search, searchFields } from '../objects/search.ts';
import type { Work } from '../objects/work.ts';
import { created, expand, page } from '../parameters/common.ts';
import { oneOf, text } from '../parameters/parameter.ts';
import { attachMethod } from '../payment-methods/attach-method.ts';
import { resolveMethod } from '../payment-methods/create-method.ts';
import { paymentMethods } from '../payment-methods/payment-method.ts';
import { badRequest, missingObject } from '../stripe-error.ts';
import { type CustomerInput, createCustomer, customerFields, givenMembers } from './create-customer.ts';
import { type Customer, customers } from './customer.ts';

/** Only a customer's own method can be their default. */
async function requireOwnDefault(work: Work, input: CustomerInput, customer: string): Promise<void> {
  const id = input.invoice_settings?.default_payment_method;
  if (!id) return;
  const method = await find(work, paymentMethods, id);
  if (method?.object.customer === customer) return;
  throw badRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  );
}

/** A customer, or what is left of one that was deleted. */
async function customerOrLeft(work: Work, id: string): Promise<object> {
  const document = await work.store.get(objects, id);
  if (document?.account === work.account && document.type === customers.type) return document.object;
  throw missingObject(customers.noun, id, 'id');
}

async function liveCustomer(work: Work, id: string, param = 'id'): Promise<Customer> {
  return (await findOrRefuse(work, customers, id, param)).object;
}

export const customerEndpoints = [
  endpoint({
    http: 'POST /v1/customers',
    summary: 'Create a customer',
    parameters: { ...customerFields, payment_method: text() },
    async handle(work, { payment_method: id, ...input }) {
      const method = id === undefined ? undefined : await resolveMethod(work, id);
      const customer = await createCustomer(work, { ...input, invoice_settings: undefined });
      if (method) await attachMethod(work, method, customer.id);
      if (!input.invoice_settings) return customer;
      await requireOwnDefault(work, input, customer.id);
      return change(work, customers, customer.id, givenMembers(input, customer));
    },
  }),
  endpoint({
    http: 'GET /v1/customers',
    summary: 'List customers',
    parameters: { ...page, ...expand, created, email: text() },
    handle: (work, { email, ...options }) =>
      list(work, customers, '/v1/customers', { ...options, where: { email } }),
  }),
  endpoint({
    http: 'GET /v1/customers/search',
    summary: 'Search customers',
    parameters: { ...searchFields, ...expand },
    handle: (work, input) => search(work, customers, '/v1/customers/search', input),
  }),
  endpoint({
    http: 'GET /v1/customers/{id}',
    summary: 'Retrieve a customer',
    parameters: expand,
    handle: (work, _input, { id }) => customerOrLeft(work, id),
  }),
  endpoint({
    http: 'POST /v1/customers/{id}',
    summary: 'Update a customer',
    parameters: customerFields,
    async handle(work, input, { id }) {
      const before = await liveCustomer(work, id);
      await requireOwnDefault(work, input, id);
      const customer = await change(work, customers, id, givenMembers(input, before));
      await emit(work, 'customer.updated', customer);
      return customer;
    },
  }),
  endpoint({
    http: 'DELETE /v1/customers/{id}',
    summary: 'Delete a customer',
    parameters: {},
    async handle(work, _input, { id }) {
      const customer = await liveCustomer(work, id);
      const methods = await list(work, paymentMethods, '', { limit: 100, where: { customer: id } });
      for (const method of methods.data) await change(work, paymentMethods, method.id, { customer: null });
      const left = await remove(work, customers, id);
      await emit(work, 'customer.deleted', customer);
      return left;
    },
  }),
  endpoint({
    http: 'GET /v1/customers/{customer}/payment_methods',
    summary: "List a customer's payment methods",
    parameters: { ...page, ...expand, type: oneOf('card') },
    async handle(work, { type, ...options }, { customer }) {
      await liveCustomer(work, customer, 'customer');
      const url = `/v1/customers/${customer}/payment_methods`;
      return list(work, paymentMethods, url, { ...options, where: { customer, type } });
    },
  }),
  endpoint({
    http: 'GET /v1/customers/{customer}/payment_methods/{id}',
    summary: "Retrieve a customer's payment method",
    parameters: expand,
    async handle(work, _input, { customer, id }) {
      const { object } = await findOrRefuse(work, paymentMethods, id);
      if (object.customer === customer) return object;
      throw missingObject(paymentMethods.noun, id, 'id');
    },
  }),
];

import { customers } from '../customers/customer.ts';
import { endpoint } from '../endpoint.ts';
import { emit } from '../events/emit.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import { expand, mergeMetadata, page } from '../parameters/common.ts';
import { integer, metadata, oneOf, required, shape, text } from '../parameters/parameter.ts';
import { badRequest } from '../stripe-error.ts';
import { attachMethod } from './attach-method.ts';
import { createMethod, resolveMethod } from './create-method.ts';
import { billingDetails, methodFields, toBillingDetails } from './parameters.ts';
import { paymentMethods } from './payment-method.ts';

export const paymentMethodEndpoints = [
  endpoint({
    http: 'POST /v1/payment_methods',
    summary: 'Create a payment method',
    publishable: 'creates',
    parameters: { ...methodFields, ...expand },
    limits: 'Cards alone, of the documented test numbers; a number that is no test card is declined.',
    handle: async (work, input) => (await createMethod(work, input)).object,
  }),
  endpoint({
    http: 'GET /v1/payment_methods',
    summary: 'List payment methods',
    parameters: { ...page, ...expand, customer: text(), type: oneOf('card') },
    handle: (work, { customer, type, ...options }) =>
      list(work, paymentMethods, '/v1/payment_methods', { ...options, where: { customer, type } }),
  }),
  endpoint({
    http: 'GET /v1/payment_methods/{id}',
    summary: 'Retrieve a payment method',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, paymentMethods, id)).object,
  }),
  endpoint({
    http: 'POST /v1/payment_methods/{id}',
    summary: 'Update a payment method',
    parameters: {
      ...{ ...expand, metadata: metadata(), billing_details: billingDetails },
      allow_redisplay: methodFields.allow_redisplay,
      card: shape({ exp_month: integer({ min: 1, max: 12 }), exp_year: integer({ min: 2000, max: 2100 }) }),
    },
    async handle(work, input, { id }) {
      const { object: before } = await findOrRefuse(work, paymentMethods, id);
      const { exp_month = before.card.exp_month, exp_year = before.card.exp_year } = input.card ?? {};
      const method = await change(work, paymentMethods, id, {
        billing_details: toBillingDetails(input.billing_details, before.billing_details),
        card: { ...before.card, exp_month, exp_year },
        metadata: mergeMetadata(before.metadata, input.metadata),
        ...(input.allow_redisplay ? { allow_redisplay: input.allow_redisplay } : {}),
      });
      await emit(work, 'payment_method.updated', method);
      return method;
    },
  }),
  endpoint({
    http: 'POST /v1/payment_methods/{id}/attach',
    summary: 'Attach a payment method to a customer',
    parameters: { ...expand, customer: required(text()) },
    async handle(work, { customer }, { id }) {
      await findOrRefuse(work, customers, customer, 'customer');
      return attachMethod(work, await resolveMethod(work, id), customer);
    },
  }),
  endpoint({
    http: 'POST /v1/payment_methods/{id}/detach',
    summary: 'Detach a payment method from its customer',
    parameters: expand,
    async handle(work, _input, { id }) {
      const { object: before } = await findOrRefuse(work, paymentMethods, id);
      if (before.customer === null) {
        throw badRequest(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
          {
            param: 'payment_method',
          },
        );
      }
      const method = await change(work, paymentMethods, id, { customer: null }, { isConsumed: true });
      await emit(work, 'payment_method.detached', method, { customer: before.customer });
      return method;
    },
  }),
];

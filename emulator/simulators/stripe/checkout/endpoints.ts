import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import { created, expand, mergeMetadata, page } from '../parameters/common.ts';
import { metadata, oneOf, text } from '../parameters/parameter.ts';
import { badRequest } from '../stripe-error.ts';
import { checkoutSessions } from './checkout-session.ts';
import { createSession, sessionFields } from './create-session.ts';
import { expireSession } from './expire-session.ts';
import { lineItemsOf } from './line-items.ts';

export const checkoutEndpoints = [
  endpoint({
    http: 'POST /v1/checkout/sessions',
    summary: 'Create a checkout session',
    parameters: { ...sessionFields, ...expand },
    limits:
      'The hosted page, for payments and setups with cards and wallets; `price_data` in place of prices; no ' +
      'subscriptions, discounts, taxes or shipping rates.',
    handle: createSession,
  }),
  endpoint({
    http: 'GET /v1/checkout/sessions',
    summary: 'List checkout sessions',
    parameters: {
      ...{ ...page, ...expand, created, customer: text(), payment_intent: text() },
      status: oneOf('open', 'complete', 'expired'),
    },
    handle: (work, { customer, payment_intent, status, ...options }) =>
      list(work, checkoutSessions, '/v1/checkout/sessions', {
        ...{ ...options, where: { customer, payment_intent, status } },
      }),
  }),
  endpoint({
    http: 'GET /v1/checkout/sessions/{id}',
    summary: 'Retrieve a checkout session',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, checkoutSessions, id)).object,
  }),
  endpoint({
    http: 'POST /v1/checkout/sessions/{id}',
    summary: 'Update a checkout session',
    parameters: { ...expand, metadata: metadata() },
    async handle(work, input, { id }) {
      const { object: before } = await findOrRefuse(work, checkoutSessions, id);
      return change(work, checkoutSessions, id, { metadata: mergeMetadata(before.metadata, input.metadata) });
    },
  }),
  endpoint({
    http: 'GET /v1/checkout/sessions/{id}/line_items',
    summary: "List a checkout session's line items",
    parameters: { limit: page.limit, ...expand },
    limits: 'All at once.',
    handle: (work, _input, { id }) => lineItemsOf(work, id),
  }),
  endpoint({
    http: 'POST /v1/checkout/sessions/{id}/expire',
    summary: 'Expire a checkout session',
    parameters: expand,
    async handle(work, _input, { id }) {
      const { object } = await findOrRefuse(work, checkoutSessions, id);
      if (object.status === 'open') return expireSession(work, id);
      throw badRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${object.status}.`,
      );
    },
  }),
];

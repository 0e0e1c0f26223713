import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { checkoutProblems } from '../checkout/problems.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, pageOf, pageSize } from '../schema/primitives.ts';
import { Customer, customerId, Email, ownSettings, storeSettings } from './customer-schemas.ts';

export const settingErrors = [
  catalogProblems.unknownSetting,
  checkoutProblems.invalidAddress,
  problems.invalidInput,
];

/** Customers, as the store sees them. */
export const customerOperations = defineOperations({
  'customers.customers.list': {
    summary: 'List customers, newest first',
    description: 'All, those of a group, or the one with an e-mail address, in any case.',
    http: 'GET /v1/customers',
    graphql: 'query customers',
    scopes: ['customers:read'],
    input: Type.Object({
      email: Type.Optional(Email),
      customerGroup: Type.Optional(Type.String()),
      pageSize,
      after,
    }),
    output: pageOf(Customer),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'customers.customers.get': {
    summary: 'Get a customer',
    http: 'GET /v1/customers/{customerId}',
    graphql: 'query customer',
    scopes: ['customers:read'],
    input: Type.Object({ customerId }),
    output: Customer,
    errors: [problems.notFound],
    effect: 'read',
  },
  'customers.customers.create': {
    summary: 'Create a customer',
    description: 'Signing in for the first time does it, too. An e-mail address belongs to one customer.',
    http: 'POST /v1/customers',
    graphql: 'mutation createCustomer',
    scopes: ['customers:write'],
    input: Type.Object({ id: Type.Optional(customerId), email: Email, ...ownSettings, ...storeSettings }),
    output: Customer,
    status: 201,
    errors: [problems.alreadyExists, ...settingErrors],
    effect: 'write',
    example: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
  },
  'customers.customers.update': {
    summary: 'Change a customer',
    description:
      'What is left out stays as it is. Carts take over group and tax exemption when they are created, or when the ' +
      'customer signs in. With another e-mail address, all sessions end.',
    http: 'PATCH /v1/customers/{customerId}',
    graphql: 'mutation updateCustomer',
    scopes: ['customers:write'],
    input: Type.Object({ customerId, email: Type.Optional(Email), ...ownSettings, ...storeSettings }),
    output: Customer,
    errors: [problems.notFound, problems.alreadyExists, problems.versionConflict, ...settingErrors],
    effect: 'write',
  },
  'customers.customers.delete': {
    summary: 'Erase a customer',
    description:
      'Everything of the customer is gone for good: names, addresses, consent, sessions. Orders stay, with `customerId`, ' +
      'because they are documents of sales that have to be kept; `orders.orders.anonymize` takes the personal data ' +
      'out of one when its time is over.',
    http: 'DELETE /v1/customers/{customerId}',
    graphql: 'mutation deleteCustomer',
    scopes: ['customers:write'],
    input: Type.Object({ customerId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
});

export const customerResource = resource({ name: 'Customer', schema: Customer, relations: {} });

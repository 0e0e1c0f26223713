import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { Order } from '../orders/order-schemas.ts';
import { problems } from '../problems.ts';
import { after, pageOf, pageSize } from '../schema/primitives.ts';
import { Customer, ownSettings } from './customer-schemas.ts';
import { settingErrors } from './customers.ts';
import { customerProblems } from './problems.ts';

const signedIn = [customerProblems.signInNeeded];

/** What signed-in customers do with what is theirs. */
export const ownOperations = defineOperations({
  'customers.me.get': {
    summary: 'Get the signed-in customer',
    http: 'GET /v1/me',
    graphql: 'query me',
    scopes: ['customers:self'],
    input: Type.Object({}),
    output: Customer,
    errors: signedIn,
    effect: 'read',
  },
  'customers.me.update': {
    summary: 'Change the signed-in customer',
    description: 'What is left out stays as it is; `addresses` is the whole list.',
    http: 'PATCH /v1/me',
    graphql: 'mutation updateMe',
    scopes: ['customers:self'],
    input: Type.Object(ownSettings),
    output: Customer,
    errors: [...signedIn, problems.versionConflict, ...settingErrors],
    effect: 'write',
  },
  'customers.me.listOrders': {
    summary: 'List the orders of the signed-in customer, newest first',
    http: 'GET /v1/me/orders',
    graphql: 'query myOrders',
    scopes: ['customers:self'],
    input: Type.Object({ pageSize, after }),
    output: pageOf(Order),
    errors: [...signedIn, problems.invalidCursor],
    effect: 'read',
  },
  'customers.me.getOrder': {
    summary: 'Get an order of the signed-in customer',
    description:
      'Everything else that is done with an order by its token (its progress, returns) a signed-in customer does without.',
    http: 'GET /v1/me/orders/{orderId}',
    graphql: 'query myOrder',
    scopes: ['customers:self'],
    input: Type.Object({ orderId: Order.properties.id }),
    output: Order,
    errors: [...signedIn, problems.notFound],
    effect: 'read',
  },
});

import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { findOrRefuse } from '../objects/resource.ts';
import { created, currency, expand, page } from '../parameters/common.ts';
import { text } from '../parameters/parameter.ts';
import { balanceOf } from './balance.ts';
import { balanceTransactions, presentTransaction } from './balance-transaction.ts';

export const balanceEndpoints = [
  endpoint({
    http: 'GET /v1/balance',
    summary: 'Retrieve the balance',
    parameters: expand,
    handle: balanceOf,
  }),
  endpoint({
    http: 'GET /v1/balance_transactions',
    summary: 'List balance transactions',
    parameters: { ...page, ...expand, created, currency, source: text(), type: text() },
    limits: 'There are no payouts; what came in is available after two days.',
    async handle(work, { source, type, currency: unit, ...options }) {
      const where = { source, type, currency: unit };
      const found = await list(work, balanceTransactions, '/v1/balance_transactions', { ...options, where });
      return { ...found, data: found.data.map((transaction) => presentTransaction(transaction, work.now)) };
    },
  }),
  endpoint({
    http: 'GET /v1/balance_transactions/{id}',
    summary: 'Retrieve a balance transaction',
    parameters: expand,
    handle: async (work, _input, { id }) =>
      presentTransaction((await findOrRefuse(work, balanceTransactions, id)).object, work.now),
  }),
];

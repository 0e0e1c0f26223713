import { balanceTransactions } from '../balance/balance-transaction.ts';
import { endpoint } from '../endpoint.ts';
import { list } from '../objects/list.ts';
import { findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { created, expand, page } from '../parameters/common.ts';
import { flag, metadata, shape, text, unsettable } from '../parameters/parameter.ts';
import { acceptDispute, answerDispute } from './answer-dispute.ts';
import { type Dispute, disputes, evidenceNames } from './dispute.ts';

const evidence = shape(
  // A parameter for each name of the list.
  Object.fromEntries(evidenceNames.map((name) => [name, unsettable(text(150_000))])) as Record<
    (typeof evidenceNames)[number],
    ReturnType<typeof unsettable<string>>
  >,
);

/** As it is answered: its movements of money are whole objects. */
async function present(work: Work, dispute: Dispute): Promise<object> {
  const movements = [];
  for (const id of dispute.balance_transactions) {
    movements.push((await findOrRefuse(work, balanceTransactions, id)).object);
  }
  return { ...dispute, balance_transactions: movements };
}

export const disputeEndpoints = [
  endpoint({
    http: 'GET /v1/disputes',
    summary: 'List disputes',
    parameters: { ...page, ...expand, created, charge: text(), payment_intent: text() },
    async handle(work, { charge, payment_intent, ...options }) {
      const found = await list(work, disputes, '/v1/disputes', {
        ...options,
        where: { charge, payment_intent },
      });
      const data = [];
      for (const dispute of found.data) data.push(await present(work, dispute));
      return { ...found, data };
    },
  }),
  endpoint({
    http: 'GET /v1/disputes/{id}',
    summary: 'Retrieve a dispute',
    parameters: expand,
    handle: async (work, _input, { id }) => present(work, (await findOrRefuse(work, disputes, id)).object),
  }),
  endpoint({
    http: 'POST /v1/disputes/{id}',
    summary: 'Update a dispute',
    parameters: { ...expand, evidence, submit: flag(), metadata: metadata() },
    limits:
      'Decided at once by `winning_evidence`, `losing_evidence` or `escalate_inquiry_evidence` in ' +
      '`evidence.uncategorized_text`; other evidence stays under review. Files are not stored.',
    async handle(work, input, { id }) {
      const { object } = await findOrRefuse(work, disputes, id);
      return present(work, await answerDispute(work, object, input));
    },
  }),
  endpoint({
    http: 'POST /v1/disputes/{id}/close',
    summary: 'Close a dispute',
    parameters: expand,
    async handle(work, _input, { id }) {
      const { object } = await findOrRefuse(work, disputes, id);
      return present(work, await acceptDispute(work, object));
    },
  }),
];

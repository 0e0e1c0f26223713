import Type from 'typebox';
import { createPartner } from '../partner/create-partner.ts';
import { endpoint } from '../partner/endpoint.ts';
import { partnerEndpoints } from '../partner/endpoints.ts';

const creditNote = endpoint({
  http: 'POST /v1/credit-notes',
  summary: 'Book money that was given back',
  body: Type.Object({
    reference: Type.String(),
    refundId: Type.String(),
    amount: Type.Integer(),
    currency: Type.String(),
  }),
  limits: 'It is kept with what was received, and changes no order.',
  async handle(_work, { body: { refundId } }) {
    return { status: 201, body: { refundId, state: 'booked' } };
  },
});

/** An ERP that keeps items, stock and books. */
export const erp = createPartner({
  name: 'erp',
  title: 'ERP',
  partner: 'Simulated ERP',
  endpoints: [...partnerEndpoints, creditNote],
  offered: { ships: false, invoices: true, items: true },
  callbacks: [
    { type: 'invoice.posted', when: 'an invoice is posted' },
    { type: 'item.master', when: 'the facts of an item are changed' },
    { type: 'stock.level', when: 'an item is counted' },
  ],
  notes: [
    'It speaks the shapes of the preset `headlesspro`; its callbacks are signed as Standard Webhooks has it, the time in the headers being the machine’s.',
    'All its webhooks get all its callbacks.',
    'A SKU that it hears of for the first time has 100 units.',
    'The pages at its root show what was received and sent, and have the buttons to post an invoice, change an item, count, send twice or badly signed.',
  ],
});

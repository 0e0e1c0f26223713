import { createPartner } from '../partner/create-partner.ts';
import { partnerEndpoints } from '../partner/endpoints.ts';

/** A warehouse that sends parcels for the shop (3PL). */
export const warehouse = createPartner({
  name: 'warehouse',
  title: 'Warehouse',
  partner: 'Simulated warehouse',
  endpoints: partnerEndpoints,
  offered: { ships: true, invoices: false, items: false },
  callbacks: [
    { type: 'shipment.created', when: 'units are shipped: all, some, or some with the rest given up' },
    {
      type: 'shipment.delivered',
      when: 'a shipment is said to be delivered; before its creation on request',
    },
    { type: 'shipment.cancelled', when: 'a shipment is taken apart' },
    { type: 'order.refused', when: 'an order is refused' },
    { type: 'stock.level', when: 'an item is counted' },
  ],
  notes: [
    'It speaks the shapes of the preset `headlesspro`; its callbacks are signed as Standard Webhooks has it, the time in the headers being the machine’s.',
    'It is one warehouse: all its webhooks get all its callbacks.',
    'A SKU that it hears of for the first time has 100 units.',
    'Retries of a callback wait 5 s, 5 min, 30 min, 2 h and 5 h of business time.',
    'The pages at its root show what was received and sent, and have the buttons to ship, short-ship, refuse, count, send twice, out of order or badly signed.',
  ],
});

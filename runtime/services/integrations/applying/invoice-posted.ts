import { operationOf } from '../../../contract/operation-of.ts';
import { moneyText } from '../../../money/index.ts';
import { findOrder } from './find-order.ts';
import { noteText } from './our-texts.ts';
import type { Apply } from './outcome.ts';
import { partnerRecords, putRecord, recordId } from './partner-records.ts';

/** An invoice in the ERP's books: the order's timeline says which, once. */
export const invoicePosted: Apply<'invoice.posted'> = async (context, { key }, data) => {
  const order = await findOrder(context, data.order);
  const id = recordId(key, 'invoice', data.invoice);
  const before = await context.store.get(partnerRecords, id);
  if (before) {
    return {
      state: 'ignored',
      reason: `The invoice ${data.invoice} was recorded before.`,
      orderId: order.id,
    };
  }
  const { total, currency = order.currency } = data;
  const sum = total === undefined ? '' : ` over ${moneyText({ amount: total, currency })}`;
  const address = data.url === undefined ? '' : ` ${data.url}`;
  const text = noteText(`${key} posted the invoice ${data.invoice}${sum}.${address}`);
  await context.call(operationOf(context, 'orders.orders.addNote'), { orderId: order.id, text });
  await putRecord(context, key, id, { orderId: order.id });
  return { state: 'applied', orderId: order.id };
};

import { operationOf } from '../../../contract/operation-of.ts';
import { findOrder } from './find-order.ts';
import { noteText, reasonText } from './our-texts.ts';
import type { Apply } from './outcome.ts';
import { ownFulfilment } from './own-references.ts';

/** A partner will not, or can not, send an order: the staff read why, and a plan that was made for it is given up. */
export const orderRefused: Apply<'order.refused'> = async (context, integration, data) => {
  const { key } = integration;
  const order = await findOrder(context, data.order);
  const reason = reasonText(data.reason || 'No reason was given.');
  const { fulfilmentId } = data;
  if (fulfilmentId !== undefined) {
    const { state } = await ownFulfilment(context, integration, order, fulfilmentId);
    if (state !== 'cancelled') {
      await context.call(operationOf(context, 'orders.fulfilments.cancel'), { fulfilmentId, reason });
    }
  }
  const text = noteText(`${key} refused the order: ${reason}`);
  await context.call(operationOf(context, 'orders.orders.addNote'), { orderId: order.id, text });
  return { state: 'applied', orderId: order.id };
};

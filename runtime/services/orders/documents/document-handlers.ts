import type { Context } from '../../../context/context.ts';
import { FileAnswer, type HandlersOf } from '../../../context/service.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { DocumentOperations } from '../../../contract/orders/documents.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { creditNote } from './credit-note.ts';
import { documentKit } from './document-kit.ts';
import { invoice, invoiceNumberOf } from './invoice.ts';
import { packingSlip } from './packing-slip.ts';
import { renderDocument } from './render-document.ts';

/** Ids of an order's refunds, the oldest first: a credit note is numbered by its place among them. */
async function refundIdsOf(context: Context, orderId: string): Promise<string[]> {
  const list = operationOf(context, 'orders.orders.listRefunds');
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const input = { orderId, pageSize: 100, ...(after === null ? {} : { after }) };
    const page: { data: readonly { readonly id: string }[]; page: { next: string | null } } =
      await context.call(list, input);
    ids.push(...page.data.map(({ id }) => id));
    after = page.page.next;
  } while (after !== null);
  // Ids rise with time.
  return ids.sort();
}

/** Handlers of documents, in the contract's order. */
export const documentHandlers: HandlersOf<DocumentOperations> = {
  async 'orders.documents.invoice'(context, { orderId, locale }) {
    const order = await context.call(operationOf(context, 'orders.orders.get'), { orderId });
    const content = invoice(order, documentKit(context.config, locale ?? order.locale));
    return new FileAnswer(await renderDocument(content, order.placedAt), `${invoiceNumberOf(order)}.pdf`);
  },

  async 'orders.documents.creditNote'(context, { refundId, locale }) {
    const refund = await context.call(operationOf(context, 'orders.orders.getRefund'), { refundId });
    const order = await context.call(operationOf(context, 'orders.orders.get'), { orderId: refund.orderId });
    const position = (await refundIdsOf(context, order.id)).indexOf(refundId) + 1;
    const content = creditNote(order, refund, position, documentKit(context.config, locale ?? order.locale));
    return new FileAnswer(
      await renderDocument(content, refund.createdAt),
      `CN-${order.number}-${position}.pdf`,
    );
  },

  async 'orders.documents.packingSlip'(context, { orderId, fulfilmentId, locale }) {
    const order = await context.call(operationOf(context, 'orders.orders.get'), { orderId });
    const parcel =
      fulfilmentId === undefined
        ? undefined
        : await context.call(operationOf(context, 'orders.fulfilments.get'), { fulfilmentId });
    if (parcel && parcel.orderId !== orderId) {
      throw problem(problems.notFound, { detail: `The order ${orderId} has no fulfilment ${fulfilmentId}.` });
    }
    const content = packingSlip(order, parcel, documentKit(context.config, locale ?? order.locale));
    const time = parcel?.createdAt ?? order.placedAt;
    return new FileAnswer(
      await renderDocument(content, time),
      `${parcel?.number ?? order.number}-packing-slip.pdf`,
    );
  },
};

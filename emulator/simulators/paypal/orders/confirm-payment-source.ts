import { defined } from '../defined.ts';
import { endpoint } from '../http/endpoint.ts';
import { refusal } from '../http/paypal-error.ts';
import { answerOrder } from './answer-order.ts';
import { findOrder } from './find-order.ts';
import { type Order, orders } from './order.ts';
import { chooseSource } from './payment-source.ts';
import { ConfirmRequestSchema } from './schemas.ts';

export const confirmPaymentSource = endpoint({
  http: 'POST /v2/checkout/orders/{id}/confirm-payment-source',
  summary: 'Confirm how an order is paid',
  body: ConfirmRequestSchema,
  async handle(request) {
    const { writer, path, body, now } = request;
    const order = await findOrder(writer, path.id ?? '');
    if (order.status === 'COMPLETED') throw refusal('ORDER_COMPLETED_OR_VOIDED');
    const chosen = chooseSource(body, now);
    const confirmed = await writer.update<Order>(orders, order.id, ({ card: _card, ...current }) => ({
      ...current,
      // The buyer of a card is there already; the wallet has to be asked.
      status: chosen.source === 'card' ? 'APPROVED' : 'PAYER_ACTION_REQUIRED',
      ...defined({ source: chosen.source, card: chosen.card }),
      experience: chosen.experience ?? current.experience,
      processingInstruction: body.processing_instruction ?? current.processingInstruction,
    }));
    return answerOrder(request, 200, confirmed);
  },
});

import { defined } from '../defined.ts';
import { endpoint, type Work } from '../http/endpoint.ts';
import { refusal } from '../http/paypal-error.ts';
import { answerOrder } from './answer-order.ts';
import { orderRequestIdHours } from './create-order.ts';
import { findOrder } from './find-order.ts';
import { type Order, orders } from './order.ts';
import { payOrder } from './pay-order.ts';
import { chooseSource } from './payment-source.ts';
import { type PaymentSourceRequest, PayRequestSchema } from './schemas.ts';

/** The order with a card that comes along with the request; as it is otherwise. */
async function withSource(
  { writer, now }: Work,
  order: Order,
  given: PaymentSourceRequest | undefined,
): Promise<Order> {
  const { source, card } = chooseSource(defined({ payment_source: given }), now);
  if (source !== 'card' || !card) return order;
  return writer.update(orders, order.id, (current) => ({ ...current, status: 'APPROVED', source, card }));
}

async function complete(
  work: Work,
  id: string,
  intent: Order['intent'],
  given: PaymentSourceRequest | undefined,
): Promise<Order> {
  const found = await findOrder(work.writer, id);
  if (found.intent !== intent) throw refusal('ACTION_DOES_NOT_MATCH_INTENT');
  if (found.status === 'COMPLETED') {
    throw refusal(intent === 'CAPTURE' ? 'ORDER_ALREADY_CAPTURED' : 'ORDER_ALREADY_AUTHORIZED');
  }
  const order = await withSource(work, found, given);
  if (order.status !== 'APPROVED') throw refusal('ORDER_NOT_APPROVED');
  return payOrder(work, order);
}

export const authorizeOrder = endpoint({
  http: 'POST /v2/checkout/orders/{id}/authorize',
  summary: 'Authorize the payment of an order',
  body: PayRequestSchema,
  requestIdHours: orderRequestIdHours,
  mockable: true,
  async handle(request) {
    const { path, body } = request;
    const order = await complete(request, path.id ?? '', 'AUTHORIZE', body.payment_source);
    return answerOrder(request, 201, order);
  },
});

export const captureOrder = endpoint({
  http: 'POST /v2/checkout/orders/{id}/capture',
  summary: 'Capture the payment of an order',
  body: PayRequestSchema,
  requestIdHours: orderRequestIdHours,
  mockable: true,
  limits: 'A fee of 3.49 % and 0.49 in the currency of the payment, whatever that is.',
  async handle(request) {
    const { path, body } = request;
    const order = await complete(request, path.id ?? '', 'CAPTURE', body.payment_source);
    return answerOrder(request, 201, order);
  },
});

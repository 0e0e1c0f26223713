import { defined } from '../defined.ts';
import { endpoint } from '../http/endpoint.ts';
import { newId } from '../http/ids.ts';
import { refusal } from '../http/paypal-error.ts';
import { answerOrder } from './answer-order.ts';
import { checkPurchaseUnits } from './check-purchase-units.ts';
import { normalUnit } from './normal-unit.ts';
import { orders } from './order.ts';
import { payOrder } from './pay-order.ts';
import { chooseSource } from './payment-source.ts';
import { OrderRequestSchema } from './schemas.ts';

/** How long PayPal keeps the ids of requests on orders. */
export const orderRequestIdHours = 6;

export const createOrder = endpoint({
  http: 'POST /v2/checkout/orders',
  summary: 'Create an order',
  body: OrderRequestSchema,
  requestIdHours: orderRequestIdHours,
  mockable: true,
  limits:
    'Sources are `paypal` and `card` (without 3-D Secure). Orders do not expire, and nothing is put in a vault.',
  async handle(request) {
    const { writer, body, now, requestId } = request;
    const { source, card, experience } = chooseSource(body, now);
    if (source === 'card' && requestId === undefined) throw refusal('PAYPAL_REQUEST_ID_REQUIRED');
    checkPurchaseUnits(body.purchase_units);
    const order = await writer.insert(orders, {
      ...{ id: newId(), intent: body.intent, isFundingDeclined: false },
      status: source === 'paypal' ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
      purchaseUnits: body.purchase_units.map(normalUnit),
      processingInstruction: body.processing_instruction ?? 'NO_INSTRUCTION',
      experience: experience ?? {},
      ...defined({ source, card }),
    });
    // A card needs nobody's approval: the order is paid in one step.
    return answerOrder(request, 201, source === 'card' ? await payOrder(request, order) : order);
  },
});

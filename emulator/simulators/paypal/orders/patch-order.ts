import { endpoint } from '../http/endpoint.ts';
import { refusal } from '../http/paypal-error.ts';
import { applyPatch } from './apply-patch.ts';
import { findOrder } from './find-order.ts';
import { orders } from './order.ts';
import { PatchRequestSchema } from './schemas.ts';

export const patchOrder = endpoint({
  http: 'PATCH /v2/checkout/orders/{id}',
  summary: 'Change an order',
  body: PatchRequestSchema,
  mockable: true,
  limits:
    'Adds, replaces and removes; the intent, a whole purchase unit, its amount, items, shipping, description, soft descriptor, `custom_id` and `invoice_id`.',
  async handle({ writer, path, body, notSimulated }) {
    const order = await findOrder(writer, path.id ?? '');
    if (order.status === 'COMPLETED') throw refusal('ORDER_ALREADY_COMPLETED');
    const report = (name: string) => notSimulated(`parameter "${name}" of PATCH /v2/checkout/orders/{id}`);
    await writer.update(orders, order.id, (current) => ({ ...current, ...applyPatch(order, body, report) }));
    return { status: 204 };
  },
});

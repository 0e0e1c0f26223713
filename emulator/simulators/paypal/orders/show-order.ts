import { endpoint } from '../http/endpoint.ts';
import { findOrder } from './find-order.ts';
import { presentOrder } from './present-order.ts';

export const showOrder = endpoint({
  http: 'GET /v2/checkout/orders/{id}',
  summary: 'Show an order',
  mockable: true,
  async handle({ writer, url, path }) {
    const order = await findOrder(writer, path.id ?? '');
    return { status: 200, body: await presentOrder(writer, order, url) };
  },
});

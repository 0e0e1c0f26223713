import type { FastifyInstance } from 'fastify';
import { pathOf, type SessionOf, type SimulatorContext } from '../../../simulator.ts';
import { type Order, orders } from '../../orders/order.ts';
import { authorizations, captures } from '../../payments/payment.ts';
import { type PaidOrder, paymentsPage } from './payments-page.ts';

/** The latest are shown. */
const shown = 100;

/** Shown within the dashboard too, which lies on another port of this machine. */
const contentSecurityPolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' http://127.0.0.1:* http://localhost:*";

async function withPayments(context: SimulatorContext, order: Order): Promise<PaidOrder> {
  const ofOrder = { index: 'byOrder', where: { orderId: order.id }, pageSize: shown } as const;
  const [authorized, captured] = await Promise.all([
    context.store.query(authorizations, ofOrder),
    context.store.query(captures, ofOrder),
  ]);
  return {
    order,
    approvalPath: pathOf(context, `/checkoutnow?token=${order.id}`),
    authorizations: authorized.items.map(({ document }) => document),
    captures: captured.items.map(({ document }) => document),
  };
}

/** Serves what stands at the root of the simulator: what was paid, as the merchant sees it. */
export function registerPaymentsPage(server: FastifyInstance, sessionOf: SessionOf): void {
  server.get('/', async (request, reply) => {
    const { context } = sessionOf(request);
    const latest = { index: 'byTime', where: { all: 1 }, direction: 'descending', pageSize: shown } as const;
    const { items } = await context.store.query(orders, latest);
    const paid = await Promise.all(items.map(({ document }) => withPayments(context, document)));
    return reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(paymentsPage(paid));
  });
}

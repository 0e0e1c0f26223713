import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Store } from '../../../../../runtime/store/port.ts';
import { pathOf, type SessionOf, type SimulatorContext } from '../../../simulator.ts';
import { PayPalError } from '../../http/paypal-error.ts';
import { type Order, orders } from '../../orders/order.ts';
import { approvalPage, messagePage } from './approval-page.ts';
import { approveOrder, defaultBuyer } from './approve-order.ts';

const Token = Type.Object({ token: Type.String() });
const Decision = Type.Object({
  decision: Type.Enum(['approve', 'cancel']),
  email: Type.Optional(Type.String()),
  funding: Type.Optional(Type.Enum(['balance', 'declined', 'disputed'])),
});

/** No `form-action`: browsers hold the store's address, to which the form's answer leads, against it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', contentSecurityPolicy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);
}

/** The store's address with what PayPal adds to it. */
function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function returnAddress({ id, payer, experience }: Order): string | undefined {
  if (experience.return_url === undefined) return undefined;
  return withParameters(experience.return_url, { token: id, ...(payer ? { PayerID: payer.id } : {}) });
}

function leave(reply: FastifyReply, address: string | undefined, title: string): FastifyReply {
  if (address !== undefined) return reply.redirect(address, 303);
  return sendPage(
    reply,
    200,
    messagePage(title, 'The order names no address to return to. Close this page.'),
  );
}

/** Serves the page that `approve` and `payer-action` links lead to, and does what is decided on it. */
export function registerApprovalPage(server: FastifyInstance, sessionOf: SessionOf): void {
  async function findOrder(store: Store, query: unknown): Promise<Order | undefined> {
    return Value.Check(Token, query) ? store.get(orders, query.token) : undefined;
  }

  const actionOf = (context: SimulatorContext, { id }: Order) => pathOf(context, `/checkoutnow?token=${id}`);
  const unknownOrder = messagePage('No such order', 'The address names no order of this simulator.');
  const paid = (order: Order) =>
    messagePage('Already paid', 'There is nothing left to approve.', returnAddress(order));

  server.get('/checkoutnow', async (request, reply) => {
    const { context } = sessionOf(request);
    const order = await findOrder(context.store, request.query);
    if (!order) return sendPage(reply, 404, unknownOrder);
    if (order.status === 'COMPLETED') return sendPage(reply, 200, paid(order));
    return sendPage(
      reply,
      200,
      approvalPage(order, actionOf(context, order), order.payer ?? defaultBuyer, false),
    );
  });

  server.post('/checkoutnow', async (request, reply) => {
    const { context, wake } = sessionOf(request);
    const { body } = request;
    const order = await findOrder(context.store, request.query);
    if (!order) return sendPage(reply, 404, unknownOrder);
    if (!Value.Check(Decision, body)) {
      return sendPage(
        reply,
        400,
        messagePage('Not understood', 'Approve or cancel with the buttons of the page.'),
      );
    }
    if (order.status === 'COMPLETED') return sendPage(reply, 200, paid(order));
    const { cancel_url: cancelUrl } = order.experience;
    if (body.decision === 'cancel') {
      const address = cancelUrl === undefined ? undefined : withParameters(cancelUrl, { token: order.id });
      return leave(reply, address, 'Cancelled');
    }
    const approval = {
      email: body.email || defaultBuyer.email,
      isFundingDeclined: body.funding === 'declined',
      isDisputed: body.funding === 'disputed',
    };
    try {
      const approved = await context.store.transaction((writer) =>
        approveOrder({ writer, now: context.clock.now(), url: context.url() }, order, approval),
      );
      wake();
      return leave(reply, returnAddress(approved), 'Approved');
    } catch (error) {
      // Only a decline is the buyer's to mend.
      if (!(error instanceof PayPalError) || error.message !== 'INSTRUMENT_DECLINED') throw error;
      return sendPage(reply, 200, approvalPage(order, actionOf(context, order), approval, true));
    }
  });
}

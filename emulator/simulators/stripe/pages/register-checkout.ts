import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../../html.ts';
import { pathOf, type SessionOf, type SimulatorContext } from '../../simulator.ts';
import type { CheckoutSession } from '../checkout/checkout-session.ts';
import { completeSession, paySession, type Session } from '../checkout/pay-session.ts';
import { parseForm } from '../parameters/parse-form.ts';
import { insertMethod } from '../payment-methods/create-method.ts';
import { StripeError } from '../stripe-error.ts';
import { checkoutPage, type Typed } from './checkout-page.ts';
import { sendPage } from './layout.ts';
import { documentOfPage, onPage } from './page-transaction.ts';
import { cardOfForm, readVisitor, textOf, walletOf } from './read-visitor.ts';

interface Opened {
  readonly account: string;
  readonly session: Session;
  /** Where the page's forms lead. */
  readonly action: string;
}

async function opened(context: SimulatorContext, id: string): Promise<Opened | undefined> {
  const document = await documentOfPage(context, id, ['checkout.session']);
  // Of that type.
  return (
    document && {
      ...{ account: document.account, session: document as unknown as Session },
      action: pathOf(context, `/checkout/${id}`),
    }
  );
}

function successUrl({ success_url, id }: CheckoutSession): string {
  return success_url.replaceAll('{CHECKOUT_SESSION_ID}', id);
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return sendPage(reply, 404, 'No such page', html`<p>This address leads to no payment page.</p>`);
}

function sendClosed(reply: FastifyReply, { status }: CheckoutSession): FastifyReply {
  const what = status === 'expired' ? 'This payment page has expired.' : 'This was paid already. Thank you.';
  return sendPage(reply, 410, 'Closed', html`<p>${what}</p>`);
}

function sendForm(
  reply: FastifyReply,
  { session, action }: Opened,
  typed: Typed,
  problem?: string,
): FastifyReply {
  const { object, hidden } = session;
  const title = object.mode === 'payment' ? 'Pay' : 'Save a card';
  return sendPage(
    ...([reply, problem === undefined ? 200 : 402, title] as const),
    checkoutPage(object, hidden.lineItems, action, typed, problem),
  );
}

type PageParams = { Params: { id: string }; Body: string };

/** The hosted payment page of a checkout session. */
export function registerCheckout(server: FastifyInstance, sessionOf: SessionOf): void {
  server.get<PageParams>('/checkout/:id', async (request, reply) => {
    const { context } = sessionOf(request);
    const found = await opened(context, request.params.id);
    if (!found) return sendMissing(reply);
    if (found.session.object.status !== 'open') return sendClosed(reply, found.session.object);
    return sendForm(reply, found, {});
  });

  server.post<PageParams>('/checkout/:id', async (request, reply) => {
    const { context, wake } = sessionOf(request);
    const found = await opened(context, request.params.id);
    if (!found) return sendMissing(reply);
    const { account, session } = found;
    if (session.object.status !== 'open') return sendClosed(reply, session.object);
    const form = parseForm(request.body);
    const outcome = await onPage(context, account, async (work) => {
      const visitor = readVisitor(form, session.object);
      const { email, name, phone } = visitor.details;
      const wallet = walletOf(form);
      const method = await insertMethod(
        work,
        cardOfForm(form, work.now),
        { type: 'card', billing_details: { email, name, phone, tax_id: null, address: null } },
        wallet ? { type: wallet, dynamic_last4: '4242' } : null,
      );
      return paySession(work, session, method.object.id, visitor);
    });
    wake();
    if (outcome instanceof StripeError) {
      const typed = { email: textOf(form, 'email'), name: textOf(form, 'name') };
      return sendForm(reply, found, typed, outcome.message);
    }
    return reply.redirect(outcome?.redirect_to_url?.url ?? successUrl(session.object), 303);
  });

  server.get<PageParams>('/checkout/:id/return', async (request, reply) => {
    const { context, wake } = sessionOf(request);
    const found = await opened(context, request.params.id);
    if (!found) return sendMissing(reply);
    const outcome = await onPage(context, found.account, (work) => completeSession(work, request.params.id));
    wake();
    if (outcome instanceof StripeError) throw outcome;
    if (outcome.status === 'complete') return reply.redirect(successUrl(outcome), 303);
    return sendForm(reply, found, {}, 'The payment did not come through. Try again or use another card.');
  });
}

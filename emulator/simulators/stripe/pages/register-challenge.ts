import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../../html.ts';
import { pathOf, type SessionOf, type SimulatorContext } from '../../simulator.ts';
import { parseForm } from '../parameters/parse-form.ts';
import type { PaymentIntent } from '../payment-intents/payment-intent.ts';
import type { SetupIntent } from '../setup-intents/setup-intent.ts';
import { StripeError } from '../stripe-error.ts';
import { answerChallenge } from './answer-challenge.ts';
import { challengePage } from './challenge-page.ts';
import { sendPage } from './layout.ts';
import { documentOfPage, onPage } from './page-transaction.ts';

interface Found {
  readonly account: string;
  readonly intent: PaymentIntent | SetupIntent;
}

function isSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string' || given.length !== secret.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

async function waitingIntent(
  context: SimulatorContext,
  id: string,
  secret: unknown,
): Promise<Found | undefined> {
  const document = await documentOfPage(context, id, ['payment_intent', 'setup_intent']);
  if (!document) return undefined;
  // Of one of the two types.
  const intent = document.object as unknown as PaymentIntent | SetupIntent;
  return isSecret(secret, intent.client_secret) ? { account: document.account, intent } : undefined;
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return sendPage(
    reply,
    404,
    'Nothing to confirm',
    html`<p>This address leads to no payment that waits for you.</p>`,
  );
}

function sendDone(reply: FastifyReply, status: string): FastifyReply {
  return sendPage(
    reply,
    200,
    'Nothing to confirm',
    html`<p>There is nothing left to do here: it ${status}.</p>`,
  );
}

/** Back to the merchant, with what came of it, as Stripe adds it. */
function addressBack({ intent }: Found, returnUrl: string, isSuccess: boolean): string {
  const back = new URL(returnUrl);
  back.searchParams.set(intent.object, intent.id);
  back.searchParams.set(`${intent.object}_client_secret`, intent.client_secret);
  back.searchParams.set('redirect_status', isSuccess ? 'succeeded' : 'failed');
  return back.href;
}

/** The page on which a customer authenticates (3-D Secure). */
export function registerChallenge(server: FastifyInstance, sessionOf: SessionOf): void {
  server.get<{ Params: { id: string }; Querystring: { client_secret?: string } }>(
    '/authenticate/:id',
    async (request, reply) => {
      const { context } = sessionOf(request);
      const found = await waitingIntent(context, request.params.id, request.query.client_secret);
      if (!found) return sendMissing(reply);
      if (found.intent.status !== 'requires_action') return sendDone(reply, `is ${found.intent.status}`);
      return sendPage(
        reply,
        200,
        'Confirm with your bank',
        challengePage(found.intent, pathOf(context, `/authenticate/${found.intent.id}`)),
      );
    },
  );

  server.post<{ Params: { id: string }; Body: string }>('/authenticate/:id', async (request, reply) => {
    const { client_secret, answer } = parseForm(request.body);
    const { context, wake } = sessionOf(request);
    const found = await waitingIntent(context, request.params.id, client_secret);
    if (!found) return sendMissing(reply);
    const { account, intent } = found;
    if (intent.status !== 'requires_action') return sendDone(reply, `is ${intent.status}`);
    if (answer !== 'complete' && answer !== 'fail') return sendDone(reply, 'goes on waiting for an answer');
    const outcome = await onPage(context, account, (work) =>
      answerChallenge(work, intent, answer === 'complete'),
    );
    wake();
    const isSuccess = !(outcome instanceof StripeError);
    const returnUrl = intent.next_action?.redirect_to_url?.return_url;
    if (returnUrl === undefined) return sendDone(reply, isSuccess ? 'succeeded' : 'failed');
    return reply.redirect(addressBack(found, returnUrl, isSuccess), 303);
  });
}

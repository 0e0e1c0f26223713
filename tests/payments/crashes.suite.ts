import { afterEach, describe, expect, test } from 'vitest';
import { paymentProblems } from '../../runtime/contract/payments/index.ts';
import { problem } from '../../runtime/contract/problem.ts';
import type { PaymentProvider } from '../../runtime/services/payments/index.ts';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPayments, givenPayments, returnUrl } from './given-payments.ts';

type Step = 'start' | 'capture' | 'cancel' | 'refund';
type When = 'before Stripe hears of it' | 'after Stripe has done it';

/** A line that breaks once at a step: the request is lost on its way, or its answer on the way back. */
class BrokenLine {
  breaks: { readonly step: Step; readonly when: When } | undefined;

  readonly wrap = (stripe: PaymentProvider): PaymentProvider => {
    const through = async <Result>(step: Step, send: () => Promise<Result>): Promise<Result> => {
      const { breaks } = this;
      const isBroken = breaks?.step === step;
      if (isBroken) this.breaks = undefined;
      const lost = problem(paymentProblems.providerFailed, {
        detail: 'The line is broken.',
        details: { provider: 'stripe', providerCode: null },
      });
      if (isBroken && breaks.when === 'before Stripe hears of it') throw lost;
      const answer = await send();
      if (isBroken) throw lost;
      return answer;
    };
    return {
      ...stripe,
      start: (...given) => through('start', () => stripe.start(...given)),
      capture: (...given) => through('capture', () => stripe.capture(...given)),
      cancel: (...given) => through('cancel', () => stripe.cancel(...given)),
      refund: (...given) => through('refund', () => stripe.refund(...given)),
    };
  };
}

const whens: readonly When[] = ['before Stripe hears of it', 'after Stripe has done it'];

/** Whatever is cut off half-way is done once, by the retry or by the clock. */
export function crashSuite(openEngine: OpenEngine): void {
  const line = new BrokenLine();
  let given: GivenPayments;
  afterEach(async () => {
    await given.expectBalancedBooks();
    await given.close();
  });

  const key = { 'idempotency-key': 'try-1' };
  const start = () =>
    given.request(
      'POST /v1/payments',
      {
        provider: 'stripe',
        amount: { amount: 10_000, currency: 'EUR' },
        paymentToken: 'pm_card_visa',
        returnUrl,
      },
      key,
    );
  const intents = async () => (await given.stripe.paymentIntents.list()).data;

  describe.each(whens)('a line that breaks %s', (when) => {
    test('at the start: the retry with the same key charges once', async () => {
      given = await givenPayments(openEngine, line);
      line.breaks = { step: 'start', when };
      expect(await start()).toMatchObject({ status: 502, body: { code: 'payment_provider_failed' } });
      expect(await start()).toMatchObject({ status: 201, body: { state: 'authorized' } });
      expect(await start()).toMatchObject({ status: 201, body: { state: 'authorized' } });
      expect(await intents()).toMatchObject([{ status: 'requires_capture' }]);
      expect((await given.request('GET /v1/payments')).body.data).toHaveLength(1);
    });

    test('at the start, and nobody comes back: what may be held is released', async () => {
      given = await givenPayments(openEngine, line);
      line.breaks = { step: 'start', when };
      await start();
      given.moveClock(700);
      await given.drain();
      const { body } = await given.request('GET /v1/payments');
      expect(body.data).toMatchObject([{ state: 'cancelled', failure: { code: 'abandoned' } }]);
      expect(await intents()).toMatchObject([{ status: 'canceled' }]);
    });

    test('at the start: a notice that comes before the retry finds the payment', async () => {
      given = await givenPayments(openEngine, line);
      line.breaks = { step: 'start', when };
      await start();
      const secret = await given.webhookSecret();
      const { data } = await given.stripe.events.list();
      for (const event of data) {
        const payload = JSON.stringify(event);
        const signature = given.stripe.webhooks.generateTestHeaderString({ payload, secret });
        await given.request('POST /hooks/shop/stripe', payload, {
          ...{ 'stripe-signature': signature, 'content-type': 'application/json' },
        });
      }
      const state = when === 'after Stripe has done it' ? 'authorized' : 'pending';
      expect((await given.request('GET /v1/payments')).body.data).toMatchObject([{ state }]);
      expect(await start()).toMatchObject({ status: 201, body: { state: 'authorized' } });
      expect(await intents()).toHaveLength(1);
    });

    const steps = [
      ['capture', {}, 'captured'],
      ['capture', { amount: { amount: 4000, currency: 'EUR' } }, 'partially_captured'],
      ['cancel', {}, 'cancelled'],
      ['refund', { amount: { amount: 4000, currency: 'EUR' } }, 'partially_refunded'],
    ] as const;

    async function broken(step: Step, input: object): Promise<{ payment: Body; again: () => Promise<Body> }> {
      given = await givenPayments(openEngine, line);
      const payment = await given.pay('pm_card_visa');
      if (step === 'refund') await given.at(payment, 'POST capture');
      line.breaks = { step, when };
      const route = step === 'refund' ? 'POST refunds' : `POST ${step}`;
      const again = () => given.at(payment, route, input, key);
      expect(await again()).toMatchObject({ status: 502 });
      return { payment, again };
    }

    test.each(steps)(
      'at a %s of %o: the retry with the same key does it once',
      async (step, input, state) => {
        const { payment, again } = await broken(step, input);
        expect((await again()).status).toBeLessThan(300);
        expect((await again()).status).toBeLessThan(300);
        expect(await given.payment(payment.id)).toMatchObject({ state });
      },
    );

    test.each(steps)(
      'at a %s of %o, and nobody comes back: the clock finishes it',
      async (step, input, state) => {
        const { payment } = await broken(step, input);
        given.moveClock(60);
        await given.drain();
        expect(await given.payment(payment.id)).toMatchObject({ state });
      },
    );

    test('at a refund, a day later: Stripe has forgotten the key, and the money goes back once', async () => {
      const { payment } = await broken('refund', { amount: { amount: 4000, currency: 'EUR' } });
      given.moveClock(3 * 24 * 3600);
      await given.drain();
      expect(await given.payment(payment.id)).toMatchObject({ refunded: { amount: 4000 } });
      expect((await given.stripe.refunds.list()).data).toHaveLength(1);
    });
  });

  test('what two ask for at the same time is done once', async () => {
    given = await givenPayments(openEngine);
    const payment = await given.pay('pm_card_visa');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => given.at(payment, 'POST capture')));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(
      answers.map(() => [200, 'captured']),
    );
    expect((await given.eventTypes(payment.id)).filter((type) => type === 'payment.captured')).toHaveLength(
      1,
    );
  });

  test('a capture and a cancellation at the same time: one of them wins, and both sides know it', async () => {
    given = await givenPayments(openEngine);
    const payment = await given.pay('pm_card_visa');
    await Promise.all([given.at(payment, 'POST capture'), given.at(payment, 'POST cancel')]);
    await given.drain();
    const { state } = await given.payment(payment.id);
    expect(['captured', 'cancelled']).toContain(state);
    const [intent] = await intents();
    expect(intent?.status).toBe(state === 'captured' ? 'succeeded' : 'canceled');
  });
}

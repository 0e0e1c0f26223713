import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStripeProvider } from '../../runtime/providers/stripe/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenPayments, givenPayments } from './given-payments.ts';
import { answerChallenge, good, submit } from './shopper.ts';

/** What Stripe sends by itself. */
export function noticeSuite(openEngine: OpenEngine): void {
  let given: GivenPayments;
  beforeEach(async () => {
    given = await givenPayments(openEngine);
  });
  afterEach(() => given.close());

  /** Sends what Stripe has sent before, or something else, signed or not. */
  async function send(payload: string, secret: string) {
    const signature = given.stripe.webhooks.generateTestHeaderString({ payload, secret });
    return given.request('POST /hooks/shop/stripe', payload, {
      'stripe-signature': signature,
      'content-type': 'application/json',
    });
  }
  async function events() {
    const { data } = await given.stripe.events.list({ limit: 100 });
    return data.map((event) => JSON.stringify(event));
  }

  describe('a notice', () => {
    test('brings a payment forward by itself, over the wire', async () => {
      const payment = await given.pay('pm_card_threeDSecure2Required');
      await given.receiveNotices();
      await answerChallenge(payment.redirectUrl, 'complete');
      await expect
        .poll(async () => (await given.payment(payment.id)).state, { timeout: 10_000 })
        .toBe('authorized');
      await given.stripe.paymentIntents.capture(payment.providerReference);
      await expect
        .poll(async () => (await given.payment(payment.id)).state, { timeout: 10_000 })
        .toBe('captured');
      await given.expectBalancedBooks();
    });

    test('may come in any order, twice and late: the result is the same', async () => {
      const payment = await given.pay('', { paymentToken: null, cancelUrl: null });
      await submit(payment.redirectUrl, good);
      const [intent] = (await given.stripe.paymentIntents.list()).data;
      await given.stripe.paymentIntents.capture(intent?.id ?? '');
      await given.stripe.refunds.create({ payment_intent: intent?.id ?? '', amount: 2500 });
      const secret = await given.webhookSecret();
      const all = await events();
      for (const event of [...all, ...all.toReversed(), ...all])
        expect(await send(event, secret)).toMatchObject({ status: 200, body: { received: true } });
      expect(await given.payment(payment.id)).toMatchObject({
        ...{ state: 'partially_refunded', captured: { amount: 10_000 }, refunded: { amount: 2500 } },
      });
      expect(await given.eventTypes(payment.id)).toEqual([
        ...['payment.created', 'payment.requires_action', 'payment.authorized', 'payment.captured'],
        'payment.refunded',
      ]);
      await given.expectBalancedBooks();
    });

    test('all at the same time does no harm', async () => {
      const payment = await given.pay('pm_card_visa');
      await given.stripe.paymentIntents.capture(payment.providerReference);
      const secret = await given.webhookSecret();
      const answers = await Promise.all(
        (await events()).flatMap((event) => [send(event, secret), send(event, secret)]),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect((await given.eventTypes(payment.id)).filter((type) => type === 'payment.captured')).toHaveLength(
        1,
      );
      await given.expectBalancedBooks();
    });

    test('that is forged, or signed with another secret, is refused and changes nothing', async () => {
      const payment = await given.pay('pm_card_visa');
      const [event = ''] = await events();
      expect(await send(event, 'whsec_wrong')).toMatchObject({
        status: 400,
        body: { code: 'invalid_signature' },
      });
      const unsigned = { 'content-type': 'application/json' };
      expect(await given.request('POST /hooks/shop/stripe', event, unsigned)).toMatchObject({ status: 400 });
      const secret = await given.webhookSecret();
      const signature = given.stripe.webhooks.generateTestHeaderString({ payload: event, secret });
      const changed = event.replace('"amount":10000', '"amount":1');
      expect(
        await given.request('POST /hooks/shop/stripe', changed, {
          ...unsigned,
          'stripe-signature': signature,
        }),
      ).toMatchObject({ status: 400, body: { code: 'invalid_signature' } });
      expect(await given.payment(payment.id)).toMatchObject({
        state: 'authorized',
        version: payment.version,
      });
    });

    test('is believed with either secret while one replaces the other', async () => {
      const stripe = createStripeProvider();
      const payload = JSON.stringify({
        ...{ id: 'evt_1', object: 'event', type: 'charge.refunded' },
        data: { object: { id: 'ch_1', object: 'charge', payment_intent: 'pi_1', metadata: {} } },
      });
      const connection = {
        url: undefined,
        secrets: { secretKey: 'sk_test_1', webhookSecret: 'whsec_new, whsec_old' },
      };
      const receive = (secret: string) => {
        const signature = given.stripe.webhooks.generateTestHeaderString({ payload, secret });
        return stripe.receive({ 'stripe-signature': signature }, Buffer.from(payload), connection);
      };
      const notice = {
        noticeId: 'evt_1',
        type: 'charge.refunded',
        paymentId: null,
        references: ['pi_1', 'ch_1'],
        standing: null,
      };
      expect(await receive('whsec_new')).toEqual(notice);
      expect(await receive('whsec_old')).toEqual(notice);
      await expect(receive('whsec_other')).rejects.toMatchObject({ code: 'invalid_signature' });
    });

    test('that is handled is remembered for a month, and then forgotten', async () => {
      const payment = await given.pay('pm_card_visa');
      const secret = await given.webhookSecret();
      const [event = ''] = await events();
      await send(event, secret);
      await given.stripe.paymentIntents.capture(payment.providerReference);
      await send(event, secret);
      expect(await given.payment(payment.id)).toMatchObject({ state: 'authorized' });
      given.moveClock(31 * 24 * 3600);
      await given.drain();
      await send(event, secret);
      expect(await given.payment(payment.id)).toMatchObject({ state: 'captured' });
    });

    test('about a payment that is not ours is taken and ignored', async () => {
      await given.pay('pm_card_visa');
      await given.stripe.paymentIntents.create({
        ...{ amount: 700, currency: 'eur', payment_method: 'pm_card_visa', confirm: true },
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { payment_id: 'pay_01K00000000000000000000000' },
      });
      const secret = await given.webhookSecret();
      for (const event of await events()) expect(await send(event, secret)).toMatchObject({ status: 200 });
      const { body } = await given.request('POST /v1/ledger/reconcile', { provider: 'stripe' });
      expect(body.differences).toMatchObject([{ kind: 'unknown_payment', theirs: 700, paymentId: null }]);
    });
  });
}

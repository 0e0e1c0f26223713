import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPayments, givenPayments, returnUrl } from './given-payments.ts';
import { answerChallenge, good, openPage, submit } from './shopper.ts';

/** Paying with cards, from the first attempt to the last refund. */
export function cardSuite(openEngine: OpenEngine): void {
  let given: GivenPayments;
  beforeEach(async () => {
    given = await givenPayments(openEngine);
  });
  afterEach(() => given.close());

  const refresh = async (payment: Body) => (await given.at(payment, 'POST refresh')).body;

  describe('a card', () => {
    test('is authorized, captured and told with its brand, last digits and risk', async () => {
      const payment = await given.pay('pm_card_visa');
      expect(payment).toMatchObject({
        ...{ state: 'authorized', provider: 'stripe', failure: null, redirectUrl: null },
        method: { kind: 'card', brand: 'visa', last4: '4242', country: 'US', wallet: null },
        ...{ authorized: { amount: 10_000, currency: 'EUR' }, capturable: { amount: 10_000 } },
        ...{ captured: { amount: 0 }, refunded: { amount: 0 }, riskLevel: 'normal' },
      });
      expect(payment.riskScore).toBeTypeOf('number');
      expect(payment.method.fingerprint).toBeTypeOf('string');
      const { status, body } = await given.at(payment, 'POST capture');
      expect({ status, state: body.state }).toEqual({ status: 200, state: 'captured' });
      expect(body).toMatchObject({ captured: { amount: 10_000 }, capturable: { amount: 0 } });
      expect(await given.eventTypes(payment.id)).toEqual(
        [...['payment.created', 'payment.authorized', 'payment.updated', 'payment.captured']].filter(
          (type) => type !== 'payment.updated',
        ),
      );
      const intent = await given.stripe.paymentIntents.retrieve(body.providerReference);
      expect(intent).toMatchObject({ status: 'succeeded', amount_received: 10_000 });
      await given.expectBalancedBooks();
    });

    test.each([
      ['pm_card_visa_chargeDeclined', 'card_declined', false],
      ['pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds', true],
      ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', false],
      ['pm_card_chargeDeclinedExpiredCard', 'expired_card', false],
      ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', true],
      ['pm_card_chargeDeclinedProcessingError', 'processing_error', true],
    ])('%s is declined as %s', async (card, code, isRetryable) => {
      const payment = await given.pay(card);
      expect(payment).toMatchObject({ state: 'failed', failure: { code, isRetryable } });
      expect(payment.failure.message).toMatch(/^The .+\.$/);
      expect(await given.eventTypes(payment.id)).toEqual(['payment.created', 'payment.failed']);
      expect(await given.at(payment, 'POST capture')).toMatchObject({
        status: 409,
        body: {
          code: 'payment_state',
          details: { state: 'failed', allowed: ['payments.payments.cancel'] },
        },
      });
      await given.expectBalancedBooks();
    });

    test('that does not exist is refused with what Stripe says', async () => {
      const answer = await given.request('POST /v1/payments', {
        ...{
          provider: 'stripe',
          amount: { amount: 500, currency: 'EUR' },
          paymentToken: 'pm_nothing',
          returnUrl,
        },
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'payment_provider_refused' } });
    });

    test('is captured in part once: Stripe releases the rest', async () => {
      const payment = await given.pay('pm_card_visa');
      const tooMuch = { amount: { amount: 10_001, currency: 'EUR' } };
      expect(await given.at(payment, 'POST capture', tooMuch)).toMatchObject({
        status: 422,
        body: { code: 'payment_amount', details: { available: 10_000, currency: 'EUR' } },
      });
      const part = { amount: { amount: 4000, currency: 'EUR' } };
      const { body } = await given.at(payment, 'POST capture', part);
      expect(body).toMatchObject({
        ...{ state: 'partially_captured', captured: { amount: 4000 }, capturable: { amount: 0 } },
      });
      expect(await given.at(payment, 'POST capture', part)).toMatchObject({
        status: 200,
        body: { version: body.version },
      });
      expect(
        await given.at(payment, 'POST capture', { amount: { amount: 1, currency: 'EUR' } }),
      ).toMatchObject({
        status: 409,
        body: { details: { state: 'partially_captured', allowed: ['payments.payments.refund'] } },
      });
      await given.expectBalancedBooks();
    });

    test('is released when the payment is cancelled, with the reason', async () => {
      const payment = await given.pay('pm_card_visa');
      const { body } = await given.at(payment, 'POST cancel', { reason: 'out_of_stock' });
      expect(body).toMatchObject({
        ...{ state: 'cancelled', failure: { code: 'out_of_stock' }, capturable: { amount: 0 } },
      });
      const again = await given.at(payment, 'POST cancel');
      expect(again.body.version).toBe(body.version);
      expect(await given.stripe.paymentIntents.retrieve(body.providerReference)).toMatchObject({
        status: 'canceled',
      });
      expect(await given.at(payment, 'POST capture')).toMatchObject({ status: 409 });
    });

    test('whose hold runs out is cancelled as expired, without a notice', async () => {
      const payment = await given.pay('pm_card_visa');
      given.moveClock(8 * 24 * 3600);
      await given.stripe.paymentIntents.list();
      await expect
        .poll(async () => (await given.stripe.paymentIntents.retrieve(payment.providerReference)).status)
        .toBe('canceled');
      await given.drain();
      expect(await given.payment(payment.id)).toMatchObject({
        ...{ state: 'cancelled', failure: { code: 'expired' } },
      });
    });
  });

  describe('3-D Secure', () => {
    test.each([
      ['complete', 'authorized', null],
      ['fail', 'failed', 'authentication_failed'],
    ] as const)('answered with "%s" ends %s', async (choice, state, code) => {
      const payment = await given.pay('pm_card_threeDSecure2Required');
      expect(payment).toMatchObject({ state: 'requires_action' });
      const back = await answerChallenge(payment.redirectUrl, choice);
      expect(back.headers.get('location')).toContain(`payment_id=${payment.id}`);
      expect(await refresh(payment)).toMatchObject({ state, failure: code && { code }, redirectUrl: null });
      expect(await given.eventTypes(payment.id)).toEqual([
        ...['payment.created', 'payment.requires_action', `payment.${state}`],
      ]);
    });

    test('abandoned waits for the shopper, and is cancelled after an hour', async () => {
      const payment = await given.pay('pm_card_threeDSecure2Required');
      await answerChallenge(payment.redirectUrl, 'abandon');
      expect(await refresh(payment)).toMatchObject({ state: 'requires_action' });
      given.moveClock(3601);
      await given.drain();
      const ended = await given.payment(payment.id);
      expect(ended).toMatchObject({ state: 'cancelled', failure: { code: 'expired' } });
      expect(await given.stripe.paymentIntents.retrieve(ended.providerReference)).toMatchObject({
        status: 'canceled',
      });
    });
  });

  describe('the hosted page', () => {
    const page = {
      paymentToken: null,
      cancelUrl: 'https://shop.example/cart?step=pay',
      email: 'ada@example.com',
    };
    const started = () =>
      given.pay('', {
        ...page,
        lines: [
          { title: 'Shirt', quantity: 2, unitAmount: 4000 },
          { title: 'Shipping', quantity: 1, unitAmount: 2000 },
        ],
      });

    test('shows what is bought, takes the card there and sends the shopper back', async () => {
      const payment = await started();
      expect(payment).toMatchObject({ state: 'requires_action', method: null });
      const html = await openPage(payment.redirectUrl);
      expect(html).toContain('Shirt');
      expect(html).toContain(`https://shop.example/cart?step=pay&amp;payment_id=${payment.id}`);
      const paid = await submit(payment.redirectUrl, good);
      expect(paid.headers.get('location')).toBe(`${returnUrl}?payment_id=${payment.id}`);
      const after = await refresh(payment);
      expect(after).toMatchObject({
        ...{ state: 'authorized', redirectUrl: null },
        method: { kind: 'card', last4: '4242', payerEmail: 'ada@example.com' },
      });
      expect((await given.at(payment, 'POST capture')).body).toMatchObject({ state: 'captured' });
      await given.expectBalancedBooks();
    });

    test('where a card was declined takes another', async () => {
      const payment = await started();
      await submit(payment.redirectUrl, { ...good, number: '4000000000009995' });
      expect(await refresh(payment)).toMatchObject({
        state: 'requires_action',
        redirectUrl: payment.redirectUrl,
      });
      await submit(payment.redirectUrl, good);
      expect(await refresh(payment)).toMatchObject({ state: 'authorized', failure: null });
    });

    test('that is cancelled or left alone is closed', async () => {
      const cancelled = await started();
      await given.at(cancelled, 'POST cancel');
      expect((await submit(cancelled.redirectUrl, good)).status).toBe(410);
      const left = await started();
      given.moveClock(3601);
      await given.drain();
      expect(await given.payment(left.id)).toMatchObject({
        state: 'cancelled',
        failure: { code: 'expired' },
      });
      expect((await submit(left.redirectUrl, good)).status).toBe(410);
    });

    test('needs to know where the shopper comes back to', async () => {
      const amount = { amount: 100, currency: 'EUR' };
      expect(await given.request('POST /v1/payments', { provider: 'stripe', amount })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/returnUrl' }] },
      });
    });
  });
}

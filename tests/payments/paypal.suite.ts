import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPaypalPayments, givenPaypalPayments, lost } from './given-paypal-payments.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const day = 24 * 3600;

/** Payments by PayPal, against the simulated one. */
export function paypalSuite(openEngine: OpenEngine): void {
  describe('PayPal', () => {
    let given: GivenPaypalPayments;
    beforeAll(async () => {
      given = await givenPaypalPayments(openEngine);
    });
    afterAll(() => given.close());

    const eventTypes = async ({ id }: Body) =>
      (await given.events()).filter(({ subject }) => subject === id).map(({ type }) => type);

    test('the buyer approves on its page, comes back, and the payment is authorized', async () => {
      const payment = await given.start({
        lines: [{ title: 'Shirt', quantity: 2, unitAmount: 5000 }],
        shippingAddress: {
          country: 'DE',
          lastName: 'Berg',
          addressLine1: 'Torstr. 1',
          city: 'Berlin',
          postalCode: '10119',
        },
        description: 'Cart 7',
      });
      expect(payment).toMatchObject({
        state: 'requires_action',
        redirectUrl: expect.stringContaining('checkoutnow'),
      });
      const page = await (await fetch(payment.redirectUrl)).text();
      for (const text of ['Shirt', '100.00']) expect(page).toContain(text);
      const back = new URL(
        (await given.decide(payment, { decision: 'approve', email: 'ada@paypal.example' })) ?? '',
      );
      expect(Object.fromEntries(back.searchParams)).toMatchObject({
        payment_id: payment.id,
        token: expect.any(String),
      });
      const authorized = await given.refresh(payment);
      expect(authorized).toMatchObject({
        ...{
          state: 'authorized',
          authorized: eur(10_000),
          captured: eur(0),
          redirectUrl: null,
          failure: null,
        },
        method: { kind: 'paypal', payerEmail: 'ada@paypal.example', country: 'US' },
      });
      expect(Date.parse(authorized.expiresAt) - given.now().getTime()).toBeGreaterThan(28 * day * 1000);
      expect(await eventTypes(payment)).toEqual(
        expect.arrayContaining(['payment.created', 'payment.authorized']),
      );
    });

    test('the buyer cancels: they come back, and nothing was paid', async () => {
      const payment = await given.start({ cancelUrl: 'https://shop.example/cancelled' });
      expect(await given.decide(payment, { decision: 'cancel' })).toContain(
        `https://shop.example/cancelled?payment_id=${payment.id}`,
      );
      expect(await given.refresh(payment)).toMatchObject({ state: 'requires_action', authorized: eur(0) });
      expect((await given.at(payment, 'POST cancel')).body).toMatchObject({ state: 'cancelled' });
      // Who approves after that pays nothing.
      await given.decide(payment, { decision: 'approve' });
      expect(await given.refresh(payment)).toMatchObject({ state: 'cancelled', authorized: eur(0) });
    });

    test('an account that can not pay sends the buyer back to choose again', async () => {
      const payment = await given.start();
      await given.decide(payment, { decision: 'approve', funding: 'declined' });
      const declined = await given.refresh(payment);
      expect(declined).toMatchObject({
        ...{
          state: 'requires_action',
          authorized: eur(0),
          redirectUrl: expect.stringContaining('checkoutnow'),
        },
        failure: { code: 'payment_declined', isRetryable: true },
      });
      await given.decide(declined, { decision: 'approve', funding: 'balance' });
      expect(await given.refresh(payment)).toMatchObject({ state: 'authorized', failure: null });
    });

    test('a part is captured, then the rest', async () => {
      const payment = await given.paid();
      expect((await given.at(payment, 'POST capture', { amount: eur(4000) })).body).toMatchObject({
        ...{ state: 'partially_captured', captured: eur(4000) },
      });
      expect((await given.at(payment, 'POST capture')).body).toMatchObject({
        ...{ state: 'captured', captured: eur(10_000) },
      });
      expect((await given.at(payment, 'POST capture', { amount: eur(1) })).status).toBe(409);
    });

    test('a capture asked twice under one key is made once', async () => {
      const payment = await given.paid();
      const key = { 'idempotency-key': `capture-${payment.id}` };
      const first = await given.at(payment, 'POST capture', { amount: eur(4000) }, key);
      const second = await given.at(payment, 'POST capture', { amount: eur(4000) }, key);
      expect(second.body).toEqual(first.body);
      expect(await given.refresh(payment)).toMatchObject({ captured: eur(4000) });
    });

    test('refunds go over several captures, and never above them', async () => {
      const payment = await given.paid();
      await given.at(payment, 'POST capture', { amount: eur(4000) });
      await given.at(payment, 'POST capture');
      const refund = (amount: number) =>
        given.at(payment, 'POST refunds', { amount: eur(amount), note: 'A seam was open.' });
      expect((await refund(1500)).body).toMatchObject({ state: 'succeeded', amount: eur(1500) });
      expect((await refund(7000)).body).toMatchObject({ state: 'succeeded', amount: eur(7000) });
      expect(await given.refresh(payment)).toMatchObject({
        state: 'partially_refunded',
        refunded: eur(8500),
      });
      expect(await refund(1501)).toMatchObject({ status: 422, body: { code: 'payment_amount' } });
      expect((await refund(1500)).body).toMatchObject({ state: 'succeeded' });
      expect(await given.refresh(payment)).toMatchObject({ state: 'refunded', refunded: eur(10_000) });
      const { body } = await given.request(`GET /v1/refunds?paymentId=${payment.id}`);
      expect(body.data).toHaveLength(3);
    });

    test('its fees are booked, and each payment is compared with its captures and refunds', async () => {
      const payment = await given.paid();
      await given.at(payment, 'POST capture', { amount: eur(4000) });
      await given.at(payment, 'POST capture');
      await given.at(payment, 'POST refunds', { amount: eur(1000) });
      const input = { provider: 'paypal', paymentId: payment.id };
      const { body } = await given.request('POST /v1/ledger/reconcile', input);
      // 3.49 % and 0.49 of each capture; PayPal keeps them when money goes back.
      const figures = { currency: 'EUR', captured: 10_000, refunded: 1000, net: 9000, fees: 189 + 258 };
      expect(body).toMatchObject({
        ...{ comparison: 'each_payment', checked: 1, isBalanced: true, differences: [] },
        ...{ ours: [figures], theirs: [figures] },
      });
      const { body: ledger } = await given.request(`GET /v1/ledger?paymentId=${payment.id}`);
      expect(ledger.data.map(({ kind }: Body) => kind)).toEqual([
        'refund',
        'fee',
        'capture',
        'fee',
        'capture',
      ]);
    });

    test('what is not captured is released', async () => {
      const payment = await given.paid();
      expect((await given.at(payment, 'POST cancel')).body).toMatchObject({ state: 'cancelled' });
      const { body } = await given.at(payment, 'POST cancel');
      expect(body).toMatchObject({ state: 'cancelled' });
    });

    test('yen have no decimals', async () => {
      const amount = { amount: 1999, currency: 'JPY' };
      const payment = await given.paid({ amount });
      expect(payment).toMatchObject({ authorized: amount });
      expect((await given.at(payment, 'POST capture')).body).toMatchObject({ captured: amount });
    });

    test('after the honour period money that is not held any more is authorized again', async () => {
      const payment = await given.paid();
      given.moveClock(4 * day);
      given.refuseNext(/authorizations\/\w+\/capture$/, 'INSTRUMENT_DECLINED');
      expect((await given.at(payment, 'POST capture')).body).toMatchObject({
        ...{ state: 'captured', captured: eur(10_000), authorized: eur(10_000) },
      });
      expect(given.asked.filter((asked) => asked.endsWith('/reauthorize'))).toHaveLength(1);
    });

    test('within the honour period a refused capture stays refused, with what PayPal says', async () => {
      const payment = await given.paid();
      given.refuseNext(/authorizations\/\w+\/capture$/, 'INSTRUMENT_DECLINED');
      expect(await given.at(payment, 'POST capture')).toMatchObject({
        status: 422,
        body: {
          ...{ code: 'payment_provider_refused', detail: expect.stringContaining('debug id') },
          details: { provider: 'paypal', providerCode: 'INSTRUMENT_DECLINED' },
        },
      });
      expect(await given.refresh(payment)).toMatchObject({ state: 'authorized', captured: eur(0) });
    });

    test('an error of PayPal is told as one, and the retry succeeds', async () => {
      const payment = await given.paid();
      given.refuseNext(/authorizations\/\w+\/capture$/, 'INTERNAL_SERVER_ERROR');
      const key = { 'idempotency-key': `retry-${payment.id}` };
      expect(await given.at(payment, 'POST capture', {}, key)).toMatchObject({
        ...{ status: 502, body: { code: 'payment_provider_failed' } },
      });
      expect((await given.at(payment, 'POST capture', {}, key)).body).toMatchObject({
        captured: eur(10_000),
      });
    });

    test.each([
      ['capture', /authorizations\/\w+\/capture$/, 'captured'],
      ['refunds', /captures\/\w+\/refund$/, 'refunded'],
    ])('a lost answer to %s is found again: nothing is done twice', async (what, path, figure) => {
      const payment = await given.paid();
      if (what === 'refunds') await given.at(payment, 'POST capture');
      given.refuseNext(path, lost);
      const key = { 'idempotency-key': `lost-${payment.id}` };
      const input = { amount: eur(4000) };
      expect(await given.at(payment, `POST ${what}`, input, key)).toMatchObject({
        ...{ status: 502, body: { code: 'payment_provider_failed' } },
      });
      expect((await given.at(payment, `POST ${what}`, input, key)).status).toBeLessThan(300);
      expect(await given.refresh(payment)).toMatchObject({ [figure]: eur(4000) });
    });

    describe('notices', () => {
      test('a buyer who closes the window after approving has paid: the notice alone authorizes', async () => {
        const payment = await given.start();
        await given.decide(payment, { decision: 'approve' });
        const notice = await given.notice('CHECKOUT.ORDER.APPROVED', payment.id);
        expect(await given.deliver(notice)).toMatchObject({ status: 200, body: { received: true } });
        const { body } = await given.request(`GET /v1/payments/${payment.id}`);
        expect(body).toMatchObject({ state: 'authorized', authorized: eur(10_000) });
      });

      test('in any order, and twice, come to the same', async () => {
        const payment = await given.paid();
        await given.at(payment, 'POST capture');
        const { body: refund } = await given.at(payment, 'POST refunds', { amount: eur(3000) });
        await given.notice('PAYMENT.CAPTURE.REFUNDED', refund.id);
        const before = await given.refresh(payment);
        const about = given.sent.filter(({ body }) =>
          [payment.id, refund.id, before.providerReference].some((name) => body.includes(name)),
        );
        expect(about.length).toBeGreaterThan(2);
        for (const notice of [...about.toReversed(), ...about]) {
          expect(await given.deliver(notice)).toMatchObject({ status: 200 });
        }
        const { body } = await given.request(`GET /v1/payments/${payment.id}`);
        expect(body).toMatchObject({
          state: 'partially_refunded',
          captured: eur(10_000),
          refunded: eur(3000),
        });
        const types = await eventTypes(payment);
        for (const type of ['payment.authorized', 'payment.captured'])
          expect(types.filter((each) => each === type)).toHaveLength(1);
      });

      test('that are forged are refused, and change nothing', async () => {
        const payment = await given.start();
        await given.decide(payment, { decision: 'approve' });
        const notice = await given.notice('CHECKOUT.ORDER.APPROVED', payment.id);
        const forged = [
          { ...notice, body: notice.body.replace('APPROVED', 'DECLINED') },
          { ...notice, headers: { ...notice.headers, 'paypal-transmission-sig': 'AAAA' } },
          {
            ...notice,
            headers: { ...notice.headers, 'paypal-cert-url': 'http://169.254.169.254/latest/meta-data' },
          },
          { ...notice, headers: {} },
          { ...notice, body: 'no json' },
          { ...notice, body: '{"id":"WH-1","event_type":"X"},"webhook_id":"other"' },
        ];
        for (const each of forged) {
          expect(await given.deliver(each)).toMatchObject({
            status: 400,
            body: { code: 'invalid_signature' },
          });
        }
        const { body } = await given.request(`GET /v1/payments/${payment.id}`);
        expect(body.state).toBe('requires_action');
      });
    });
  });
}

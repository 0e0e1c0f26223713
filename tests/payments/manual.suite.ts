import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenPayments, givenPayments, returnUrl } from './given-payments.ts';

const euros = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

/** What staff takes: bank transfers, cash. And what the config offers. */
export function manualSuite(openEngine: OpenEngine): void {
  let given: GivenPayments;
  beforeEach(async () => {
    given = await givenPayments(openEngine);
  });
  afterEach(() => given.close());

  describe('a manual payment', () => {
    test('is promised at once, comes in by parts and is paid back', async () => {
      const { body: payment } = await given.request('POST /v1/payments', {
        ...{ provider: 'manual', method: 'bank-transfer', ...euros(5000), orderId: null },
      });
      expect(payment).toMatchObject({
        ...{ state: 'authorized', capture: 'manual', method: { kind: 'manual', key: 'bank-transfer' } },
      });
      expect((await given.at(payment, 'POST capture', euros(2000))).body).toMatchObject({
        ...{ state: 'partially_captured', capturable: { amount: 3000 } },
      });
      expect((await given.at(payment, 'POST capture')).body).toMatchObject({ state: 'captured' });
      expect((await given.at(payment, 'POST refunds', euros(5000))).body).toMatchObject({
        state: 'succeeded',
      });
      expect(await given.payment(payment.id)).toMatchObject({ state: 'refunded' });
      const { body } = await given.request('POST /v1/ledger/reconcile', { provider: 'manual' });
      expect(body).toMatchObject({
        isBalanced: true,
        checked: 1,
        ours: [{ captured: 5000, refunded: 5000, net: 0 }],
      });
      const { body: ledger } = await given.request('GET /v1/ledger');
      expect(ledger.data[0].entries).toEqual([
        { account: 'refunds', amount: { amount: 5000, currency: 'EUR' } },
        { account: 'provider:manual', amount: { amount: -5000, currency: 'EUR' } },
      ]);
    });

    test('that never came in is cancelled', async () => {
      const { body: payment } = await given.request('POST /v1/payments', {
        ...{ provider: 'manual', method: 'cash', ...euros(100) },
      });
      given.moveClock(40 * 24 * 3600);
      await given.drain();
      expect(await given.payment(payment.id)).toMatchObject({ state: 'authorized' });
      expect((await given.at(payment, 'POST cancel')).body).toMatchObject({ state: 'cancelled' });
    });
  });

  describe('the ways to pay', () => {
    const methods = async (query: string) => {
      const { body } = await given.shopper(`GET /v1/payment-methods${query}`);
      return body.methods.map(({ provider, method }: { provider: string; method: string | null }) =>
        method ? `${provider} ${method}` : provider,
      );
    };

    test('are those that the config offers in a channel and a currency', async () => {
      expect(await methods('?currency=EUR')).toEqual(['stripe', 'manual bank-transfer', 'manual cash']);
      expect(await methods('?currency=USD')).toEqual(['stripe']);
      expect(await methods('?channel=b2b&currency=EUR')).toEqual(['stripe']);
    });

    test.each([
      { provider: 'paypal', ...euros(100) },
      { provider: 'manual', method: 'cheque', ...euros(100) },
      { provider: 'manual', ...euros(100) },
      { provider: 'manual', method: 'cash', amount: { amount: 100, currency: 'USD' } },
    ])('that are not offered are refused: %o', async (input) => {
      expect(await given.request('POST /v1/payments', input)).toMatchObject({
        ...{ status: 422, body: { code: 'payment_method_unavailable' } },
      });
    });
  });

  describe('a payment', () => {
    const orderId = 'ord_01K00000000000000000000000';
    const other = 'ord_01K00000000000000000000001';

    test('is found by its cart, its order and its state', async () => {
      const cartId = 'cart_01K00000000000000000000000';
      const payment = await given.pay('pm_card_visa', { cartId });
      await given.at(payment, 'PUT order', { orderId });
      for (const filter of [`cartId=${cartId}`, `orderId=${orderId}`, 'state=authorized']) {
        const { body } = await given.request(`GET /v1/payments?${filter}`);
        expect(body.data).toMatchObject([{ id: payment.id, orderId, cartId }]);
      }
      expect((await given.request('GET /v1/payments?state=captured')).body.data).toEqual([]);
      expect(await given.request(`GET /v1/payments?state=captured&orderId=${orderId}`)).toMatchObject({
        status: 400,
      });
    });

    test('pays one order, and is then not cancelled as left over', async () => {
      const payment = await given.pay('pm_card_visa');
      expect(await given.at(payment, 'PUT order', { orderId })).toMatchObject({ body: { orderId } });
      expect(await given.at(payment, 'PUT order', { orderId })).toMatchObject({ status: 200 });
      expect(await given.at(payment, 'PUT order', { orderId: other })).toMatchObject({ status: 409 });
      expect(await given.at(payment, 'POST cancel', { unassignedOnly: true })).toMatchObject({ status: 409 });
      const failed = await given.pay('pm_card_visa_chargeDeclined');
      expect(await given.at(failed, 'PUT order', { orderId })).toMatchObject({
        ...{ status: 409, body: { code: 'payment_state' } },
      });
    });

    test('of the same id is the same payment, and of another amount a conflict', async () => {
      const id = 'pay_01K00000000000000000000000';
      const one = await given.pay('pm_card_visa', { id });
      expect(await given.pay('pm_card_visa', { id })).toEqual(one);
      const parallel = await Promise.all(
        [1, 2, 3].map(() => given.pay('pm_card_visa', { id: `${id.slice(0, -1)}1` })),
      );
      expect(new Set(parallel.map((payment) => payment.providerReference)).size).toBe(1);
      const different = { provider: 'stripe', ...euros(1), paymentToken: 'pm_card_visa', returnUrl, id };
      expect(await given.request('POST /v1/payments', different)).toMatchObject({ status: 409 });
      expect((await given.stripe.paymentIntents.list()).data).toHaveLength(2);
    });

    test('leads to its refunds in GraphQL', async () => {
      const payment = await given.pay('pm_card_visa');
      await given.at(payment, 'POST capture');
      await given.at(payment, 'POST refunds', euros(100));
      const query = `{ payment(paymentId: "${payment.id}") { state refunds { nodes { state payment { id } } } } }`;
      const { body } = await given.request('POST /graphql', { query });
      expect(body.errors).toBeUndefined();
      expect(body.data.payment).toMatchObject({
        state: 'partially_refunded',
        refunds: { nodes: [{ payment: { id: payment.id } }] },
      });
    });
  });
}

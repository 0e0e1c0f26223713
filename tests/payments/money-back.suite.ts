import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPayments, givenPayments } from './given-payments.ts';

const day = 24 * 3600;
const euros = (amount: number) => ({ amount: { amount, currency: 'EUR' } });

/** Refunds and disputes: how money goes back. */
export function moneyBackSuite(openEngine: OpenEngine): void {
  let given: GivenPayments;
  beforeEach(async () => {
    given = await givenPayments(openEngine);
  });
  afterEach(async () => {
    await given.expectBalancedBooks();
    await given.close();
  });

  async function captured(card = 'pm_card_visa'): Promise<Body> {
    const payment = await given.pay(card);
    return (await given.at(payment, 'POST capture')).body;
  }
  const refund = (payment: Body, input: object = {}) => given.at(payment, 'POST refunds', input);
  const refreshed = async (payment: Body) => (await given.at(payment, 'POST refresh')).body;

  describe('a refund', () => {
    test('gives back part by part, and no more than was captured', async () => {
      const payment = await captured();
      const first = await refund(payment, {
        ...euros(3000),
        reason: 'requested_by_customer',
        note: 'Too small.',
      });
      expect(first).toMatchObject({
        status: 201,
        body: { state: 'succeeded', amount: { amount: 3000 }, note: 'Too small.', paymentId: payment.id },
      });
      expect(await given.payment(payment.id)).toMatchObject({
        ...{ state: 'partially_refunded', refunded: { amount: 3000 } },
      });
      expect(await refund(payment, euros(7001))).toMatchObject({
        status: 422,
        body: { code: 'payment_amount', details: { available: 7000 } },
      });
      expect(await refund(payment, { amount: { amount: 1, currency: 'USD' } })).toMatchObject({
        status: 422,
      });
      expect(await refund(payment)).toMatchObject({ body: { amount: { amount: 7000 } } });
      expect(await given.payment(payment.id)).toMatchObject({
        state: 'refunded',
        refunded: { amount: 10_000 },
      });
      expect(await refund(payment)).toMatchObject({
        status: 409,
        body: { code: 'payment_state', details: { state: 'refunded', allowed: [] } },
      });
      const { body } = await given.request(`GET /v1/refunds?paymentId=${payment.id}`);
      expect(body.data.map(({ amount }: Body) => amount.amount)).toEqual([7000, 3000]);
      expect(await given.eventTypes(payment.id)).toEqual([
        ...['payment.created', 'payment.authorized', 'payment.captured', 'payment.refund_requested'],
        ...['payment.refunded', 'payment.refund_requested', 'payment.refunded'],
      ]);
    });

    test('of twenty at once gives back what there is, to the cent', async () => {
      const payment = await captured();
      const answers = await Promise.all(Array.from({ length: 20 }, () => refund(payment, euros(900))));
      const given11 = answers.filter(({ status }) => status === 201);
      expect(given11).toHaveLength(11);
      for (const { status, body } of answers) {
        expect(status === 201 ? body.state : body.code).toMatch(/^(succeeded|payment_amount)$/);
      }
      expect(await given.payment(payment.id)).toMatchObject({ refunded: { amount: 9900 } });
      const { data } = await given.stripe.refunds.list({ limit: 100 });
      expect(data.reduce((sum, { amount }) => sum + amount, 0)).toBe(9900);
    });

    test('asked for twice under one reference is made once', async () => {
      const payment = await captured();
      const asked = { ...euros(500), reference: 'return-1' };
      const [one, two] = [await refund(payment, asked), await refund(payment, asked)];
      expect(two.body.id).toBe(one.body.id);
      const id = 'rfnd_01K00000000000000000000000';
      const parallel = await Promise.all([1, 2, 3].map(() => refund(payment, { ...euros(700), id })));
      expect(parallel.map(({ body }) => body.id)).toEqual([id, id, id]);
      expect(await given.payment(payment.id)).toMatchObject({ refunded: { amount: 1200 } });
    });

    test('that takes its time is pending until Stripe says how it went', async () => {
      const payment = await captured('pm_card_pendingRefund');
      const { body: asked } = await refund(payment, euros(4000));
      expect(asked).toMatchObject({ state: 'pending' });
      expect(await given.payment(payment.id)).toMatchObject({ state: 'captured', refunded: { amount: 0 } });
      expect(await refund(payment, euros(6001))).toMatchObject({ body: { details: { available: 6000 } } });
      given.moveClock(day);
      await expect
        .poll(async () => (await given.stripe.refunds.retrieve(asked.providerReference)).status)
        .toBe('succeeded');
      await given.drain();
      expect(await given.payment(payment.id)).toMatchObject({ state: 'partially_refunded' });
    });

    test('that fails days later puts the money back into the books', async () => {
      const payment = await captured('pm_card_refundFail');
      const { body: asked } = await refund(payment, euros(4000));
      expect(asked).toMatchObject({ state: 'succeeded' });
      given.moveClock(day);
      await expect
        .poll(async () => (await given.stripe.refunds.retrieve(asked.providerReference)).status)
        .toBe('failed');
      expect(await refreshed(payment)).toMatchObject({ state: 'captured', refunded: { amount: 0 } });
      expect((await given.request(`GET /v1/refunds/${asked.id}`)).body).toMatchObject({ state: 'failed' });
      expect((await given.eventTypes(payment.id)).at(-1)).toBe('payment.refund_failed');
      const { body } = await given.request(`GET /v1/ledger?paymentId=${payment.id}`);
      expect(body.data.map(({ kind }: Body) => kind)).toEqual(['refund_failed', 'refund', 'fee', 'capture']);
    });

    test('made in the dashboard of Stripe is found', async () => {
      const payment = await captured();
      await given.stripe.refunds.create({ payment_intent: payment.providerReference, amount: 1500 });
      const before = await given.request('POST /v1/ledger/reconcile', { provider: 'stripe' });
      expect(before.body).toMatchObject({
        isBalanced: false,
        differences: [
          {
            paymentId: payment.id,
            kind: 'refunded',
            ours: 0,
            theirs: 1500,
            hint: expect.stringContaining('refresh'),
          },
        ],
      });
      expect(await refreshed(payment)).toMatchObject({ refunded: { amount: 1500 } });
    });

    test('is not possible before there is money', async () => {
      expect(await refund(await given.pay('pm_card_visa'))).toMatchObject({
        status: 409,
        body: {
          details: {
            state: 'authorized',
            allowed: ['payments.payments.capture', 'payments.payments.cancel'],
          },
        },
      });
    });
  });

  describe('a dispute', () => {
    async function disputed(card = 'pm_card_createDispute') {
      const payment = await refreshed(await captured(card));
      const { body } = await given.request(`GET /v1/disputes?paymentId=${payment.id}`);
      return { payment, dispute: body.data[0] };
    }

    test('takes the money away, and lets nothing be refunded', async () => {
      const { payment, dispute } = await disputed();
      expect(payment).toMatchObject({ state: 'disputed' });
      expect(dispute).toMatchObject({
        ...{ state: 'needs_response', amount: { amount: 10_000 }, reason: 'fraudulent', isInquiry: false },
      });
      expect(await refund(payment)).toMatchObject({ status: 409, body: { details: { allowed: [] } } });
    });

    test.each([
      ['winning_evidence', 'won', 'captured'],
      ['losing_evidence', 'lost', 'lost'],
    ])('answered with %s is %s', async (uncategorizedText, state, paymentState) => {
      const { payment, dispute } = await disputed();
      const evidence = { uncategorizedText, customerName: 'Ada' };
      const answer = await given.request(`POST /v1/disputes/${dispute.id}/evidence`, { evidence });
      expect(answer).toMatchObject({ status: 200, body: { state } });
      expect(await given.payment(payment.id)).toMatchObject({ state: paymentState });
      expect((await given.eventTypes(payment.id)).slice(-2)).toEqual([
        'payment.disputed',
        'payment.dispute_closed',
      ]);
      expect(await given.request(`POST /v1/disputes/${dispute.id}/accept`)).toMatchObject({
        status: 409,
        body: { code: 'dispute_closed', details: { state } },
      });
    });

    test('that is accepted is lost', async () => {
      const { payment, dispute } = await disputed('pm_card_createDisputeProductNotReceived');
      expect(await given.request(`POST /v1/disputes/${dispute.id}/accept`, {})).toMatchObject({
        body: { state: 'lost' },
      });
      expect(await given.payment(payment.id)).toMatchObject({ state: 'lost' });
      const { body } = await given.request(`GET /v1/ledger?paymentId=${payment.id}`);
      expect(body.data.map(({ kind }: Body) => kind)).toEqual([
        ...['dispute_lost', 'fee', 'fee', 'dispute_opened', 'capture'],
      ]);
    });

    test('costs a fee beside that of the charge, which comes back with the money', async () => {
      const { payment, dispute } = await disputed();
      const feesOf = async () => {
        const input = { provider: 'stripe', paymentId: payment.id };
        const { body } = await given.request('POST /v1/ledger/reconcile', input);
        expect(body).toMatchObject({ isBalanced: true, comparison: 'listing' });
        expect(body.ours).toEqual(body.theirs);
        return body.ours[0].fees;
      };
      // 2.9 % and 0.30 of the charge.
      expect(await feesOf()).toBe(320 + 1500);
      const evidence = { uncategorizedText: 'winning_evidence' };
      await given.request(`POST /v1/disputes/${dispute.id}/evidence`, { evidence });
      expect(await feesOf()).toBe(320);
      const { body } = await given.request(`GET /v1/ledger?paymentId=${payment.id}`);
      const [latest] = body.data.filter(({ kind }: Body) => kind === 'fee_returned');
      expect(latest).toMatchObject({
        reference: expect.stringMatching(/^txn_/),
        entries: [
          { account: 'provider:stripe', amount: { amount: 1500, currency: 'EUR' } },
          { account: 'fees', amount: { amount: -1500, currency: 'EUR' } },
        ],
      });
    });

    test('that is only an inquiry takes no money', async () => {
      const { payment, dispute } = await disputed('pm_card_createDisputeInquiry');
      expect(payment).toMatchObject({ state: 'captured' });
      expect(dispute).toMatchObject({ isInquiry: true, state: 'needs_response' });
    });
  });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPaypalPayments, givenPaypalPayments } from './given-paypal-payments.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Buyers who want their money back from PayPal, against the simulated one. */
export function paypalDisputeSuite(openEngine: OpenEngine): void {
  describe('a dispute at PayPal', () => {
    let given: GivenPaypalPayments;
    beforeAll(async () => {
      given = await givenPaypalPayments(openEngine);
    });
    afterAll(() => given.close());

    const stateOf = async ({ id }: Body) => (await given.request(`GET /v1/payments/${id}`)).body.state;
    const kindsOf = async ({ id }: Body) =>
      (await given.request(`GET /v1/ledger?paymentId=${id}`)).body.data.map(({ kind }: Body) => kind);

    test('is known by its notice, and takes the money away until it is decided', async () => {
      const { payment, dispute } = await given.disputed();
      expect(payment).toMatchObject({ state: 'disputed', captured: eur(10_000) });
      expect(dispute).toMatchObject({
        ...{ provider: 'paypal', state: 'needs_response', amount: eur(10_000), isInquiry: false },
        ...{ reason: 'merchandise_or_service_not_received', respondBy: expect.any(String) },
      });
      expect(await given.at(payment, 'POST refunds')).toMatchObject({
        status: 409,
        body: { details: { allowed: [] } },
      });
      await given.adjudicate(dispute, 'SELLER_FAVOR');
      expect(await stateOf(payment)).toBe('captured');
      expect(await kindsOf(payment)).toEqual(['dispute_won', 'dispute_opened', 'fee', 'capture']);
      const input = { provider: 'paypal', paymentId: payment.id };
      const { body } = await given.request('POST /v1/ledger/reconcile', input);
      expect(body).toMatchObject({ isBalanced: true, differences: [] });
    });

    test('that is decided for the buyer is lost, and told once however often the notice comes', async () => {
      const { payment, dispute } = await given.disputed();
      await given.adjudicate(dispute, 'BUYER_FAVOR');
      await given.deliver(await given.notice('CUSTOMER.DISPUTE.RESOLVED', dispute.providerReference));
      expect(await stateOf(payment)).toBe('lost');
      expect(await kindsOf(payment)).toEqual(['dispute_lost', 'dispute_opened', 'fee', 'capture']);
    });

    test('is accepted from here, and evidence is given at PayPal', async () => {
      const { payment, dispute } = await given.disputed();
      const evidence = { uncategorizedText: 'It arrived.' };
      expect(await given.request(`POST /v1/disputes/${dispute.id}/evidence`, { evidence })).toMatchObject({
        body: { code: 'payment_method_unavailable', hint: expect.stringContaining('dashboard of paypal') },
      });
      expect(await given.request(`POST /v1/disputes/${dispute.id}/accept`, {})).toMatchObject({
        body: { state: 'lost' },
      });
      expect(await stateOf(payment)).toBe('lost');
    });
  });
}

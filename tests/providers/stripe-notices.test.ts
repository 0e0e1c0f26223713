import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { createStripeProvider } from '../../runtime/providers/stripe/index.ts';

const provider = createStripeProvider();
const secrets = { secretKey: 'sk_test_shop', webhookSecret: 'whsec_new, whsec_old' };
const connection = { url: undefined, secrets };

describe('A notice', () => {
  const stripe = new Stripe('sk_test_shop');

  function signed(type: string, object: object, secret: string) {
    const payload = JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret });
    return { body: Buffer.from(payload), headers: { 'stripe-signature': header } };
  }

  const intent = () => ({
    ...{ id: 'pi_1', object: 'payment_intent', metadata: { payment_id: `pay_${'0'.repeat(26)}` } },
  });

  test('is taken by the new secret and by the old one', async () => {
    for (const secret of ['whsec_new', 'whsec_old']) {
      const { body, headers } = signed('payment_intent.succeeded', intent(), secret);
      expect(await provider.receive(headers, body, connection)).toMatchObject({
        ...{ noticeId: 'evt_1', paymentId: expect.stringMatching(/^pay_/), references: ['pi_1'] },
      });
    }
  });

  test('that is forged, changed on its way or not signed is refused', async () => {
    const { body, headers } = signed('payment_intent.succeeded', intent(), 'whsec_new');
    const other = signed('payment_intent.succeeded', intent(), 'whsec_other');
    const changed = Buffer.from(body.toString().replace('pi_1', 'pi_2'));
    for (const attempt of [
      provider.receive(other.headers, other.body, connection),
      provider.receive(headers, changed, connection),
      provider.receive({}, body, connection),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'invalid_signature' });
  });

  test('names a refund and a dispute by their payment, and says nothing of what is not a payment', async () => {
    const named = { id: 'x_1', payment_intent: 'pi_1', charge: 'ch_1' };
    for (const [type, kind] of [
      ['refund.updated', 'refund'],
      ['charge.dispute.closed', 'dispute'],
    ] as const) {
      const { body, headers } = signed(type, { ...named, object: kind }, 'whsec_new');
      const notice = await provider.receive(headers, body, connection);
      expect(notice).toMatchObject({ paymentId: null, references: ['pi_1', 'ch_1'] });
    }
    const { body, headers } = signed('customer.created', { id: 'cus_1', object: 'customer' }, 'whsec_new');
    expect(await provider.receive(headers, body, connection)).toBeUndefined();
  });

  test('of a charge is about its fee, and nothing else of it is news', async () => {
    const told = (previous: object) => {
      const charge = { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' };
      const data = { object: charge, previous_attributes: previous };
      const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.updated', data });
      const header = stripe.webhooks.generateTestHeaderString({ payload, secret: 'whsec_new' });
      return provider.receive({ 'stripe-signature': header }, Buffer.from(payload), connection);
    };
    expect(await told({ balance_transaction: null })).toMatchObject({ references: ['pi_1', 'ch_1'] });
    expect(await told({ description: null })).toBeUndefined();
  });
});

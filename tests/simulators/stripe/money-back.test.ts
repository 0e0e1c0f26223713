import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, type GivenStripe, givenStripe, patience } from './given-stripe.ts';

let given: GivenStripe;
let stripe: Stripe;

beforeEach(async () => {
  given = await givenStripe();
  ({ stripe } = given);
});
afterEach(() => given.close());

function pay(
  payment_method: string,
  amount = 10_000,
  options: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  return stripe.paymentIntents.create({
    ...{ amount, currency: 'usd', payment_method, confirm: true },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    ...options,
  });
}

async function eventTypes(): Promise<string[]> {
  return (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();
}

describe('refunds', () => {
  test('give back part by part, and no more than was paid', async () => {
    const { id, latest_charge } = await pay('pm_card_visa');
    const first = await stripe.refunds.create({ payment_intent: id, amount: 3000, reason: 'duplicate' });
    expect(first).toMatchObject({
      status: 'succeeded',
      amount: 3000,
      charge: latest_charge,
      reason: 'duplicate',
    });
    await expect(stripe.refunds.create({ payment_intent: id, amount: 7001 })).rejects.toMatchObject({
      message: 'Refund amount (7001) is greater than unrefunded amount on charge (7000)',
    });
    const rest = await stripe.refunds.create({
      charge: String(latest_charge),
      expand: ['balance_transaction', 'charge'],
    });
    expect(rest).toMatchObject({
      ...{ amount: 7000, balance_transaction: { amount: -7000, fee: 0, type: 'refund' } },
      charge: { amount_refunded: 10_000, refunded: true },
    });
    await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const listed = await stripe.refunds.list({ payment_intent: id });
    expect(listed.data.map(({ amount }) => amount)).toEqual([7000, 3000]);
    const charge = await stripe.charges.retrieve(String(latest_charge), { expand: ['refunds'] });
    expect(charge.refunds?.data).toHaveLength(2);
  });

  test('of what was captured, when the rest was released', async () => {
    const held = await pay('pm_card_visa', 5000, { capture_method: 'manual' });
    await stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 });
    expect(await stripe.refunds.create({ payment_intent: held.id })).toMatchObject({ amount: 2000 });
  });

  test('take their time, or fail and come back, with the cards for it', async () => {
    const slow = await stripe.refunds.create({ payment_intent: (await pay('pm_card_pendingRefund')).id });
    const failing = await stripe.refunds.create({ payment_intent: (await pay('pm_card_refundFail')).id });
    expect([slow.status, failing.status]).toEqual(['pending', 'succeeded']);
    given.clock.move(day);
    const statusOf = async ({ id }: Stripe.Refund) => (await stripe.refunds.retrieve(id)).status;
    await expect.poll(() => statusOf(slow), patience).toBe('succeeded');
    await expect.poll(() => statusOf(failing), patience).toBe('failed');
    expect(await eventTypes()).toEqual(expect.arrayContaining(['refund.updated', 'refund.failed']));
    expect(await stripe.charges.retrieve(String(failing.charge))).toMatchObject({ amount_refunded: 0 });
  });

  test('can be cancelled while they are pending', async () => {
    const { id } = await stripe.refunds.create({ payment_intent: (await pay('pm_card_pendingRefund')).id });
    expect(await stripe.refunds.cancel(id)).toMatchObject({ status: 'canceled' });
    await expect(stripe.refunds.cancel(id)).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('disputes', () => {
  async function disputeOf(card: string) {
    const { id } = await pay(card);
    const { data } = await stripe.disputes.list({ payment_intent: id });
    const [dispute] = data;
    if (!dispute) throw new Error('There is no dispute.');
    return dispute;
  }

  test.each([
    ['pm_card_createDispute', 'fraudulent'],
    ['pm_card_createDisputeProductNotReceived', 'product_not_received'],
  ])('%s is disputed as %s, and the amount and a fee are taken', async (card, reason) => {
    const dispute = await disputeOf(card);
    expect(dispute).toMatchObject({
      ...{ reason, status: 'needs_response', amount: 10_000, is_charge_refundable: false },
      balance_transactions: [{ amount: -10_000, fee: 1500, net: -11_500 }],
    });
    await expect(stripe.refunds.create({ charge: String(dispute.charge) })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
  });

  test.each([
    ['winning_evidence', 'won', 2],
    ['losing_evidence', 'lost', 1],
  ])('%s ends as %s', async (uncategorized_text, status, movements) => {
    const { id } = await disputeOf('pm_card_createDispute');
    const draft = await stripe.disputes.update(id, { evidence: { customer_name: 'Ada' }, submit: false });
    expect(draft).toMatchObject({ status: 'needs_response', evidence: { customer_name: 'Ada' } });
    const decided = await stripe.disputes.update(id, { evidence: { uncategorized_text } });
    expect(decided.status).toBe(status);
    expect(decided.balance_transactions).toHaveLength(movements);
    expect(await eventTypes()).toContain('charge.dispute.closed');
  });

  test('an inquiry moves no money until it is escalated', async () => {
    const inquiry = await disputeOf('pm_card_createDisputeInquiry');
    expect(inquiry).toMatchObject({
      ...{ status: 'warning_needs_response', balance_transactions: [], is_charge_refundable: true },
      payment_method_details: { card: { case_type: 'inquiry' } },
    });
    const escalated = await stripe.disputes.update(inquiry.id, {
      evidence: { uncategorized_text: 'escalate_inquiry_evidence' },
    });
    expect(escalated).toMatchObject({
      ...{ status: 'needs_response', balance_transactions: [{ net: -11_500 }] },
      payment_method_details: { card: { case_type: 'chargeback' } },
    });
  });

  test('is lost when it is accepted, or not answered in time', async () => {
    const accepted = await disputeOf('pm_card_createDispute');
    expect(await stripe.disputes.close(accepted.id)).toMatchObject({ status: 'lost' });
    const late = await disputeOf('pm_card_createDispute');
    given.clock.move(30 * day);
    await expect.poll(async () => (await stripe.disputes.retrieve(late.id)).status, patience).toBe('lost');
  });

  test('several come from one card', async () => {
    const { id } = await pay('pm_card_createMultipleDisputes');
    expect((await stripe.disputes.list({ payment_intent: id })).data).toHaveLength(2);
  });

  test('an early fraud warning comes with the card for it', async () => {
    const { id } = await pay('pm_card_createIssuerFraudRecord');
    const { data } = await stripe.radar.earlyFraudWarnings.list({ payment_intent: id });
    expect(data).toMatchObject([{ actionable: true, fraud_type: 'unauthorized_use_of_card' }]);
  });
});

test('a hold that nobody captures runs out after seven days', async () => {
  const { id } = await pay('pm_card_visa', 5000, { capture_method: 'manual' });
  given.clock.move(7 * day + 1);
  await expect.poll(async () => (await stripe.paymentIntents.retrieve(id)).status, patience).toBe('canceled');
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ cancellation_reason: 'automatic' });
  expect(await eventTypes()).toContain('charge.expired');
});

test('the balance is what came in less the fees, and is available after two days', async () => {
  await pay('pm_card_visa');
  await pay('pm_card_bypassPending', 1000);
  const net = (amount: number) => amount - Math.round(amount * 0.029) - 30;
  const first = await stripe.balance.retrieve();
  expect(first.pending).toMatchObject([{ amount: net(10_000), currency: 'usd' }]);
  expect(first.available).toMatchObject([{ amount: net(1000) }]);
  given.clock.move(2 * day);
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: net(10_000) + net(1000) }]);
  expect((await stripe.balanceTransactions.list()).data.map(({ status }) => status)).toEqual([
    'available',
    'available',
  ]);
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCards } from '../../../emulator/simulators/stripe/cards/test-cards.ts';
import { type GivenStripe, givenStripe } from './given-stripe.ts';

let given: GivenStripe;
let stripe: Stripe;

beforeAll(async () => {
  given = await givenStripe();
  ({ stripe } = given);
});
afterAll(() => given.close());

const automatic_payment_methods = { enabled: true, allow_redirects: 'never' } as const;

test('a customer is created, changed, found and deleted', async () => {
  const customer = await stripe.customers.create({
    ...{ email: 'ada@example.com', name: 'Ada', metadata: { tier: 'gold', old: '1' } },
    address: { line1: '1 Mill Lane', country: 'GB' },
  });
  expect(customer.id).toMatch(/^cus_\w{14}$/);
  const changed = await stripe.customers.update(customer.id, {
    metadata: { old: '', since: '2026' },
    name: '',
  });
  expect(changed).toMatchObject({ name: null, metadata: { tier: 'gold', since: '2026' } });
  expect(changed.metadata).not.toHaveProperty('old');
  expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toHaveLength(1);
  const found = await stripe.customers.search({
    query: 'email:"ada@example.com" AND metadata["tier"]:"gold"',
  });
  expect(found.data.map(({ id }) => id)).toEqual([customer.id]);
  expect(await stripe.customers.del(customer.id)).toEqual(
    expect.objectContaining({ id: customer.id, deleted: true }),
  );
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
  expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toEqual([]);
  await expect(stripe.customers.update(customer.id, { name: 'x' })).rejects.toMatchObject({
    statusCode: 404,
  });
});

test('a card is attached, paid with again and again, and detached for good', async () => {
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' });
  const { data } = await stripe.customers.listPaymentMethods(customer.id);
  const method = data[0]?.id ?? '';
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method } });
  for (const amount of [1000, 2000]) {
    const intent = await stripe.paymentIntents.create({
      ...{ amount, currency: 'eur', customer: customer.id, payment_method: method, confirm: true },
      automatic_payment_methods,
    });
    expect(intent.status).toBe('succeeded');
  }
  await expect(
    stripe.paymentIntents.create({
      ...{ amount: 500, currency: 'eur', payment_method: method, confirm: true, automatic_payment_methods },
    }),
  ).rejects.toMatchObject({ param: 'payment_method' });
  expect(await stripe.paymentMethods.detach(method)).toMatchObject({ customer: null });
  await expect(stripe.paymentMethods.attach(method, { customer: customer.id })).rejects.toMatchObject({
    code: 'payment_method_unexpected_state',
  });
});

describe('cards', () => {
  test.each(testCards.filter(({ number }) => number).map(({ name, number = '' }) => [name, number]))(
    '%s (%s) can be made a payment method, and is the card of that name',
    async (name, number) => {
      const card = { number, exp_month: 12, exp_year: 2034, cvc: name.startsWith('amex') ? '1234' : '123' };
      const typed = await stripe.paymentMethods.create({ type: 'card', card });
      expect(typed.card?.last4).toBe(number.slice(-4));
      const token = await stripe.tokens.create({ card: { ...card, exp_month: '12', exp_year: '2034' } });
      const fromToken = await stripe.paymentMethods.create({ type: 'card', card: { token: token.id } });
      expect(fromToken.card?.fingerprint).toBe(typed.card?.fingerprint);
    },
  );

  test('that are declined can not be attached, but the one that is declined later can', async () => {
    const customer = await stripe.customers.create({});
    const attach = (id: string) => stripe.paymentMethods.attach(id, { customer: customer.id });
    await expect(attach('pm_card_visa_chargeDeclined')).rejects.toMatchObject({
      ...{ statusCode: 402, code: 'card_declined' },
    });
    const method = await attach('pm_card_chargeCustomerFail');
    await expect(
      stripe.paymentIntents.create({
        ...{ amount: 500, currency: 'eur', customer: customer.id, payment_method: method.id, confirm: true },
        automatic_payment_methods,
      }),
    ).rejects.toMatchObject({ code: 'card_declined' });
  });

  test('check the address and the code where they were given', async () => {
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: { number: '4000000000000010', exp_month: 1, exp_year: 2030 },
      billing_details: { address: { line1: '1 Mill Lane', postal_code: '12345' } },
    });
    expect(method.card?.checks).toEqual({
      address_line1_check: 'fail',
      address_postal_code_check: 'fail',
      cvc_check: null,
    });
  });

  test('leave no number in the database', async () => {
    const number = '4000056655665556';
    const payment_method_data = {
      type: 'card',
      card: { number, exp_month: 12, exp_year: 2034, cvc: '987' },
    } as const;
    await stripe.paymentIntents.create(
      {
        amount: 700,
        currency: 'usd',
        confirm: true,
        automatic_payment_methods,
        payment_method_data,
      } as never,
      { idempotencyKey: 'with a card' },
    );
    for (const file of await readdir(given.directory)) {
      expect((await readFile(join(given.directory, file))).includes(number)).toBe(false);
    }
  });
});

describe('a setup intent', () => {
  test('makes a card the customer’s, for payments without them', async () => {
    const customer = await stripe.customers.create({});
    const intent = await stripe.setupIntents.create({
      ...{ customer: customer.id, payment_method: 'pm_card_visa', confirm: true },
    });
    expect(intent).toMatchObject({ status: 'succeeded', usage: 'off_session' });
    expect(await stripe.paymentMethods.retrieve(String(intent.payment_method))).toMatchObject({
      customer: customer.id,
    });
  });

  test('with a declined card fails and says why', async () => {
    const { id } = await stripe.setupIntents.create({});
    await expect(
      stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }),
    ).rejects.toMatchObject({ statusCode: 402, code: 'card_declined', setup_intent: { id } });
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'card_declined' },
    });
  });

  test('is cancelled', async () => {
    const { id } = await stripe.setupIntents.create({});
    expect(await stripe.setupIntents.cancel(id)).toMatchObject({ status: 'canceled' });
    await expect(stripe.setupIntents.cancel(id)).rejects.toMatchObject({
      code: 'setup_intent_unexpected_state',
    });
  });
});

import { expect, test } from 'vitest';
import { cleanValue } from './clean-value.ts';

const clean = (value: unknown) => cleanValue(value, (text) => text);
const removed = '[removed]';

test.each([
  [
    'keys wherever they stand',
    { note: 'with sk_test_4eC39HqLyjWDarjtT1' },
    { note: 'with sk_test_[removed]' },
  ],
  [
    'secrets by name',
    { client_secret: 'pi_1_secret_2', access_token: 'A21' },
    { client_secret: removed, access_token: removed },
  ],
  ['e-mail addresses in texts', { description: 'For ada@example.com' }, { description: `For ${removed}` }],
  [
    'addresses in a form',
    { 'shipping[address][line1]': 'Torstr. 1' },
    { 'shipping[address][line1]': removed },
  ],
  ['names of people', { shipping: { name: 'Ada Berg' } }, { shipping: { name: removed } }],
  [
    'names of people under a name of their own',
    { customer_details: { individual_name: 'Ada Berg' } },
    { customer_details: { individual_name: removed } },
  ],
  [
    'receipts, which whoever has their address may open',
    { receipt_url: 'https://pay.stripe.com/receipts/payment/CAcaFwoVYWNj' },
    { receipt_url: removed },
  ],
  ['what the journal takes for a secret', { card: { cvv: '123' } }, { card: { cvv: removed } }],
  [
    'people of PayPal',
    { payer: { name: { given_name: 'Ada' } } },
    { payer: { name: { given_name: removed } } },
  ],
  [
    'last digits of cards',
    { card: { brand: 'visa', last4: '4242' } },
    { card: { brand: 'visa', last4: '0000' } },
  ],
])('leaves out %s', (_what, value, expected) => {
  expect(clean(value)).toEqual(expected);
});

test.each([
  [{ name: 'RESOURCE_NOT_FOUND', message: 'There is none.' }],
  [{ purchase_units: [{ items: [{ name: 'Linen shirt', quantity: '2' }] }] }],
  [{ 'line_items[0][price_data][product_data][name]': 'Linen shirt' }],
  [{ status: 'succeeded', amount: 1490, payment_method: 'pm_1', state: null }],
  [{ token_type: 'Bearer', tokenization_method: null, expires_in: 32_400, checks: { cvc_check: 'pass' } }],
])('keeps %j', (value) => {
  expect(clean(value)).toEqual(value);
});

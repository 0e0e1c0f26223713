import { expect, test } from 'vitest';
import { headersWithoutSecrets, removeSecrets } from './remove-secrets.ts';

test.each([
  ['a key of ours', 'the key hp_sk_0123456789abcdef is new', 'the key hp_sk_[removed] is new'],
  ['a key of Stripe', '{"key":"sk_test_51abc"}', '{"key":"sk_test_[removed]"}'],
  ['a field of JSON', '{"clientSecret": "abc\\"def", "id": "x"}', '{"clientSecret": "[removed]", "id": "x"}'],
  ['a field that was cut off', '{"accessToken":"abcd', '{"accessToken":"[removed]"'],
  ['a field of a form', 'amount=5&client_secret=abc&x=1', 'amount=5&client_secret=[removed]&x=1'],
  ['a parameter of a query', '/v1/carts/cart_1?token=abc', '/v1/carts/cart_1?token=[removed]'],
  ['a card number', '{"note":"4242 4242 4242 4242"}', '{"note":"[card-number]"}'],
  ['a signed token', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2ln', 'eyJ[removed]'],
])('%s is removed', (_what, text, kept) => {
  expect(removeSecrets(text)).toBe(kept);
});

test('what is only about a secret stays', () => {
  const text = '{"tokenType":"Bearer","secretExpiresAt":"2026-01-01","id":"ord_1"}';
  expect(removeSecrets(text)).toBe(text);
});

test('headers keep the scheme of what was removed, and signatures', () => {
  expect(
    headersWithoutSecrets({
      Authorization: 'Bearer hp_sk_1234',
      cookie: 'a=b',
      'customer-token': 'abc',
      'webhook-signature': 'v1,abc=',
      'content-length': 12,
    }),
  ).toEqual({
    authorization: 'Bearer [removed]',
    cookie: '[removed]',
    'customer-token': '[removed]',
    'webhook-signature': 'v1,abc=',
    'content-length': '12',
  });
});

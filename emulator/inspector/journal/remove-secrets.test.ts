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
  ['a token behind #', 'http://a.test/in#sign_in_token=abc', 'http://a.test/in#sign_in_token=[removed]'],
  [
    'a link in the text of a mail',
    '{"text":"http://a.test/in#sign_in_token=abc\\nBye"}',
    '{"text":"http://a.test/in#sign_in_token=[removed]\\nBye"}',
  ],
  [
    'a link in the page of a mail',
    '<a>http://a.test/in#sign_in_token=abc</a>',
    '<a>http://a.test/in#sign_in_token=[removed]</a>',
  ],
  ['a security code', '{"security_code":"123"}', '{"security_code":"[removed]"}'],
  ['a cvv', '{"cvv2":"123","cvv":"456"}', '{"cvv2":"[removed]","cvv":"[removed]"}'],
  [
    'a private key',
    '{"privateKey":"abc","private_key":"d"}',
    '{"privateKey":"[removed]","private_key":"[removed]"}',
  ],
  [
    'an argument of GraphQL',
    'mutation { pay(cartToken: "abc", x: 1) }',
    'mutation { pay(cartToken: "[removed]", x: 1) }',
  ],
  [
    'an argument of GraphQL, in JSON',
    String.raw`{"query":"mutation { pay(cartToken: \"abc\", x: 1) }"}`,
    String.raw`{"query":"mutation { pay(cartToken: \"[removed]\", x: 1) }"}`,
  ],
  [
    'a field of JSON inside JSON',
    String.raw`{"body":"{\"token\": \"a\\\"b\",\"id\":\"x\"}"}`,
    String.raw`{"body":"{\"token\": \"[removed]\",\"id\":\"x\"}"}`,
  ],
  [
    'a field of JSON inside JSON inside JSON',
    String.raw`{"body":"{\"data\":\"{\\\"token\\\":\\\"abc\\\"}\"}"}`,
    String.raw`{"body":"{\"data\":\"{\\\"token\\\":\\\"[removed]\\\"}\"}"}`,
  ],
  [
    'one that was cut off in it',
    String.raw`{"body":"{\"token\":\"abc`,
    String.raw`{"body":"{\"token\":\"[removed]\"`,
  ],
  ['one that was cut off in an escape', String.raw`{"token":"abc\\`.slice(0, -1), '{"token":"[removed]"'],
  [
    'a header by name and value',
    '{"headers":[{"name":"Authorization","value":"Basic abc"},{"name":"a","value":"b"}]}',
    '{"headers":[{"name":"Authorization","value":"[removed]"},{"name":"a","value":"b"}]}',
  ],
  [
    'a header by a name of the partner',
    '{"name":"x-functions-key","value":"abc"}{"name":"author","value":"Ada"}',
    '{"name":"x-functions-key","value":"[removed]"}{"name":"author","value":"Ada"}',
  ],
  [
    'a header in GraphQL',
    String.raw`{"query":"{ a(headers: [{ name: \"x-partner-auth\", value: \"abc\" }]) }"}`,
    String.raw`{"query":"{ a(headers: [{ name: \"x-partner-auth\", value: \"[removed]\" }]) }"}`,
  ],
  ['a signed token', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2ln', 'eyJ[removed]'],
])('%s is removed', (_what, text, kept) => {
  expect(removeSecrets(text)).toBe(kept);
});

test('what is only about a secret stays', () => {
  const text = '{"tokenType":"Bearer","secretExpiresAt":"2026-01-01","id":"ord_1"}';
  expect(removeSecrets(text)).toBe(text);
});

test.each([
  ['words', 'a'.repeat(65_000)],
  ['names', 'token '.repeat(11_000)],
  ['names with dashes', 'token-'.repeat(11_000)],
  ['openings', 'token:"'.repeat(9_000)],
  ['openings in JSON', String.raw`token\":\"`.repeat(6_000)],
  ['backslashes', `token:${'\\'.repeat(65_000)}`],
  ['spaces', `"token"${' '.repeat(65_000)}`],
  ['separators', `token${'#'.repeat(65_000)}`],
  ['pairs', '{"name":"token","value":"'.repeat(2_600)],
])('%s without end are looked through in no time', (_what, text) => {
  const begun = performance.now();
  removeSecrets(text);
  expect(performance.now() - begun).toBeLessThan(500);
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

import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { credentialFor, ownHook, takeStore } from './which-store.ts';

function requestTo(url: string, authorization?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  if (authorization !== undefined) request.headers.authorization = authorization;
  return request;
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['no sandbox', '/v1/charges', 'Bearer sk_test_shop', 'local', '/v1/charges', 'Bearer sk_test_shop'],
  [
    'the key',
    '/v1/charges',
    'Bearer sk_test_shop_sbx_01ab',
    'sbx_01ab',
    '/v1/charges',
    'Bearer sk_test_shop',
  ],
  ['the user name', '/v1/x', basic('client_sbx_01ab:s:t'), 'sbx_01ab', '/v1/x', basic('client:s:t')],
  ['the path', '/sbx_01ab/checkout/cs_1?a=b', undefined, 'sbx_01ab', '/checkout/cs_1?a=b', undefined],
  ['the path alone', '/sbx_01ab', undefined, 'sbx_01ab', '/', undefined],
  ['a path that only begins so', '/sbx_01ab.js', undefined, 'local', '/sbx_01ab.js', undefined],
])('a request names its store by %s', (_by, url, authorization, store, urlAfter, authorizationAfter) => {
  const request = requestTo(url, authorization);
  expect(takeStore(request)).toBe(store);
  expect([request.url, request.headers.authorization]).toEqual([urlAfter, authorizationAfter]);
});

test('the emulator’s own store has its credentials unmarked', () => {
  expect(credentialFor('local', 'sk_test_a')).toBe('sk_test_a');
  expect(takeStore(requestTo('/', `Bearer ${credentialFor('sbx_1', 'sk_test_a')}`))).toBe('sbx_1');
});

const platform = 'http://127.0.0.1:4000';

test.each([
  ['stripe', 'sbx_01ab', '/hooks/local/stripe', '/hooks/sbx_01ab/stripe'],
  ['stripe', 'sbx_01ab', '/hooks/sbx_02cd/stripe', '/hooks/sbx_01ab/stripe'],
  ['warehouse', 'sbx_01ab', '/hooks/local/integrations/depot', '/hooks/sbx_01ab/integrations/depot'],
  ['warehouse', 'sbx_01ab', '/hooks/sbx_02cd/integrations/depot', '/hooks/sbx_01ab/integrations/depot'],
  ['warehouse', 'local', '/hooks/local/integrations/depot', '/hooks/local/integrations/depot'],
  ['stripe', 'sbx_01ab', '/hooks/local/paypal', '/hooks/local/paypal'],
  ['stripe', 'sbx_01ab', '/elsewhere', '/elsewhere'],
])('what %s sends for %s to %s leads to %s', (simulator, storeId, path, leadsTo) => {
  expect(ownHook(`${platform}${path}`, simulator, storeId)).toBe(`${platform}${leadsTo}`);
});

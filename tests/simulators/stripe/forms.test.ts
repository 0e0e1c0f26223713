import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GivenStripe, givenStripe } from './given-stripe.ts';

let given: GivenStripe;

beforeAll(async () => {
  given = await givenStripe();
});
// Fails where a request made the simulator fail.
afterAll(() => given.close());

const basic = `Basic ${Buffer.from('sk_test_curl:').toString('base64')}`;

function post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${given.url}/v1/payment_intents`, {
    ...{ method: 'POST', body },
    headers: { authorization: basic, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

const valid = 'amount=500&currency=usd';

test.each([
  ['__proto__[amount]=500', 400],
  [`${valid}&constructor[prototype][x]=1`, 400],
  [`${valid}&${'a['.repeat(50)}${']'.repeat(50)}=1`, 400],
  [`${valid}&metadata=text`, 400],
  [`${valid}&metadata[a][b]=1`, 400],
  [`${valid}&payment_method_types=card`, 400],
  [`${valid}&shipping[]=1`, 400],
  [`${valid}&description[0]=x`, 400],
  ['amount[]=500&currency=usd', 400],
  ['amount=99999999999999999999&currency=usd', 400],
  [`${valid}&${Array.from({ length: 1500 }, (_, place) => `metadata[k${place}]=v`).join('&')}`, 400],
  [`${valid}&payment_method_types[]=card&metadata[__proto__]=x&metadata%5Ba%5D=%C3%BC`, 200],
  [`${valid}&payment_method_types[0]=card`, 200],
])('%.60s is answered with %i', async (body, status) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(response.headers.get('request-id')).toMatch(/^req_\w{14}$/);
});

test('a body of another kind is refused in words', async () => {
  const response = await post('{"amount":500}', { 'content-type': 'application/json' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('a request without a key is refused', async () => {
  const response = await fetch(`${given.url}/v1/customers`);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('Basic');
});

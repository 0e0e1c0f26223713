import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenAccounts, givenAccounts } from './given-accounts.ts';

const ada = 'ada@example.com';

export function sessionsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`sessions on ${engineName}`, () => {
    let shop: GivenAccounts;
    beforeEach(async () => {
      shop = await givenAccounts(openEngine);
    });
    afterEach(() => shop.close());

    const refresh = (refreshToken: string, headers?: Readonly<Record<string, string>>) =>
      shop.shopper('POST /v1/sessions/refresh', { refreshToken }, headers);
    const ended = { status: 401, body: { code: 'session_ended' } };

    it('say who is signed in, for ten minutes', async () => {
      const customer = await shop.signIn(ada);
      expect(await customer.ask('GET /v1/me')).toMatchObject({ status: 200, body: { email: ada } });
      shop.moveClock(600);
      const late = await customer.ask('GET /v1/me');
      expect(late).toMatchObject({ status: 401, body: { code: 'session_expired' } });
      expect(late.body.hint).toContain('customers.sessions.refresh');
      // Whatever it is that is asked for: nobody goes on as a guest without knowing.
      expect(await customer.ask('GET /v1/products')).toMatchObject({ status: 401 });
    });

    it('refuse tokens that are made up, changed, or of another kind', async () => {
      const { body } = await shop.signIn(ada);
      const [header, , signature] = body.accessToken.split('.');
      const claims = Buffer.from(JSON.stringify({ sub: 'cus_1', iss: 'headlesspro', aud: 'shop', exp: 9e9 }));
      const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
      const forged = [
        `${header}.${claims.toString('base64url')}.${signature}`,
        `${none}.${claims.toString('base64url')}.`,
        'nonsense',
        body.refreshToken,
      ];
      for (const token of forged) {
        expect(await shop.as(token)('GET /v1/me')).toMatchObject({
          ...{ status: 401, body: { code: 'session_expired' } },
        });
      }
    });

    it('go on with each refresh token once', async () => {
      const { body } = await shop.signIn(ada);
      shop.moveClock(3600);
      const next = await refresh(body.refreshToken);
      expect(next).toMatchObject({ status: 200, body: { expiresIn: 600 } });
      expect(await shop.as(next.body.accessToken)('GET /v1/me')).toMatchObject({ status: 200 });
      expect(await refresh(next.body.refreshToken)).toMatchObject({ status: 200 });
    });

    it('end for all who have their tokens when a refresh token comes a second time', async () => {
      const { body } = await shop.signIn(ada);
      const elsewhere = await shop.signIn(ada);
      const next = await refresh(body.refreshToken);
      expect(await refresh(body.refreshToken)).toMatchObject(ended);
      expect(await refresh(next.body.refreshToken)).toMatchObject(ended);
      expect((await shop.events()).map(({ type }) => type)).toContain('customer.session_revoked');
      // Another device has a session of its own.
      expect(await refresh(elsewhere.body.refreshToken)).toMatchObject({ status: 200 });
    });

    it('answer a refresh that is sent again with its idempotency key as the first time', async () => {
      const { body } = await shop.signIn(ada);
      const headers = { 'idempotency-key': 'once' };
      const first = await refresh(body.refreshToken, headers);
      expect(await refresh(body.refreshToken, headers)).toEqual(first);
      expect(await refresh(first.body.refreshToken)).toMatchObject({ status: 200 });
    });

    it('end after 30 days in which nobody came', async () => {
      const { body } = await shop.signIn(ada);
      shop.moveClock(29 * 24 * 3600);
      const next = await refresh(body.refreshToken);
      expect(next).toMatchObject({ status: 200 });
      shop.moveClock(30 * 24 * 3600);
      await shop.drain();
      expect(await refresh(next.body.refreshToken)).toMatchObject(ended);
    });

    it('end when the customer signs out, on this device or everywhere', async () => {
      const one = await shop.signIn(ada);
      const two = await shop.signIn(ada);
      const three = await shop.signIn(ada);
      const end = (refreshToken: string, settings: object = {}) =>
        shop.shopper('POST /v1/sessions/end', { refreshToken, ...settings });
      expect(await end(one.body.refreshToken)).toEqual({ status: 204, body: null });
      expect(await refresh(one.body.refreshToken)).toMatchObject(ended);
      expect(await end(one.body.refreshToken)).toEqual({ status: 204, body: null });
      const next = await refresh(two.body.refreshToken);
      expect(await end(next.body.refreshToken, { everywhere: true })).toMatchObject({ status: 204 });
      expect(await refresh(three.body.refreshToken)).toMatchObject(ended);
    });

    it('are of customers, beside a publishable key', async () => {
      const { body } = await shop.signIn(ada);
      const withSecret = await shop.request('GET /v1/store', undefined, {
        'customer-token': body.accessToken,
      });
      expect(withSecret).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
      for (const route of ['GET /v1/me', 'GET /v1/me/orders']) {
        expect(await shop.shopper(route)).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
        expect(await shop.request(route)).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
      }
      // What the key may not do, a customer may not either.
      const asked = await shop.as(body.accessToken)(`GET /v1/customers/${body.customer.id}`);
      expect(asked).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it('work in GraphQL as in REST', async () => {
      const customer = await shop.signIn(ada);
      const query = '{ me { email } myOrders(first: 1) { nodes { number } } }';
      const answer = await customer.ask('POST /graphql', { query });
      expect(answer.body).toEqual({ data: { me: { email: ada }, myOrders: { nodes: [] } } });
      const guest = await shop.shopper('POST /graphql', { query: '{ me { email } }' });
      expect(guest.body.errors[0].extensions.code).toBe('sign_in_needed');
    });
  });
}

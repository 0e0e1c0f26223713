import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenStore, type OpenEngine } from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { type GivenAccounts, givenAccounts, returnUrl, storefront } from './given-accounts.ts';

const ada = 'ada@example.com';

export function signInsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`signing in on ${engineName}`, () => {
    let shop: GivenAccounts;
    beforeEach(async () => {
      shop = await givenAccounts(openEngine);
    });
    afterEach(() => shop.close());

    const complete = (token: string, input: object = {}, headers?: Readonly<Record<string, string>>) =>
      shop.shopper('POST /v1/sign-ins/complete', { token, ...input }, headers);

    it('sends a link in the language asked for, and makes the customer at the first sign-in', async () => {
      expect(await shop.requestLink(ada, { locale: 'de' })).toEqual({
        status: 202,
        body: { expiresIn: 900 },
      });
      const mail = await shop.latestMailTo(ada);
      expect(mail).toMatchObject({
        ...{ kind: 'customer_sign_in', language: 'de', subject: 'Anmelden bei Fashion test store' },
      });
      expect(mail.html).toContain(`href="${returnUrl}#sign_in_token=`);
      expect((await shop.request('GET /v1/customers')).body.data).toEqual([]);
      const { status, body } = await complete(await shop.tokenFor(ada));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        customer: { email: ada, locale: 'de', firstName: null, addresses: [], acceptsMarketing: false },
        ...{ cart: null, cartToken: null, expiresIn: 600 },
      });
      expect(body.customer.note).toBeUndefined();
      const events = await shop.events();
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['customer.created', 'customer.signed_in']),
      );
    });

    it('answers the same for an address that it knows, and looks for none', async () => {
      await shop.signIn(ada);
      const known = await shop.requestLink(ada);
      const unknown = await shop.requestLink('nobody@example.com');
      expect(known).toEqual(unknown);
      expect((await shop.signIn('ADA@example.com')).body.customer.email).toBe(ada);
      expect((await shop.request('GET /v1/customers')).body.data).toHaveLength(1);
    });

    it('takes a link once', async () => {
      await shop.requestLink(ada);
      const token = await shop.tokenFor(ada);
      const key = { 'idempotency-key': 'first' };
      const first = await complete(token, {}, key);
      // A retry of a request whose answer was lost is no second use.
      expect(await complete(token, {}, key)).toEqual(first);
      expect(await complete(token)).toMatchObject({ status: 422, body: { code: 'sign_in_link_invalid' } });
      expect(await complete('made-up')).toMatchObject({
        status: 422,
        body: { code: 'sign_in_link_invalid' },
      });
    });

    it('lets one of several who come with the same link at the same time in', async () => {
      await shop.requestLink(ada);
      const token = await shop.tokenFor(ada);
      const answers = await Promise.all([complete(token), complete(token), complete(token)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422]);
    });

    it('takes a link for 15 minutes', async () => {
      await shop.requestLink(ada);
      const token = await shop.tokenFor(ada);
      shop.moveClock(15 * 60 - 1);
      await shop.requestLink('grace@example.com');
      const late = await shop.tokenFor('grace@example.com');
      expect(await complete(token)).toMatchObject({ status: 200 });
      shop.moveClock(15 * 60);
      expect(await complete(late)).toMatchObject({ status: 422, body: { code: 'sign_in_link_invalid' } });
    });

    it('sends an address five links an hour, whether or not it knows it', async () => {
      for (let sent = 0; sent < 5; sent += 1) expect((await shop.requestLink(ada)).status).toBe(202);
      shop.moveClock(60);
      const refused = await shop.requestLink('Ada@Example.com');
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
      expect((await shop.requestLink('grace@example.com')).status).toBe(202);
      shop.moveClock(3600);
      await shop.drain();
      expect((await shop.requestLink(ada)).status).toBe(202);
    });

    it('sends one mail for a request that is made again with the same idempotency key', async () => {
      const headers = { 'idempotency-key': 'ask' };
      const input = { email: ada, returnUrl };
      await shop.shopper('POST /v1/sign-ins', input, headers);
      await shop.shopper('POST /v1/sign-ins', input, headers);
      expect((await shop.request('GET /v1/mail/messages')).body.data).toHaveLength(1);
    });

    it.each([
      ['https://evil.example/en', 422],
      ['https://shop.test.evil.example/en', 422],
      ['https://shop.test/other', 422],
      ['https://shop.test/en/return', 202],
      ['http://127.0.0.1:4321/anything', 202],
      ['javascript:alert(1)', 422],
      ['https://shop.test/en#there', 422],
    ])('lets links lead to the store alone: %s is answered %i', async (url, status) => {
      expect(await shop.requestLink(ada, { returnUrl: url })).toMatchObject({ status });
    });

    it('lets links lead to a machine of its own only where mails stay on it', async () => {
      const hosted = await givenStore(openEngine, { ...fashionConfig, storefront });
      const ask = (url: string) => hosted.shopper('POST /v1/sign-ins', { email: ada, returnUrl: url });
      expect(await ask(returnUrl)).toMatchObject({ status: 422, body: { code: 'return_url_refused' } });
      expect(await ask('https://shop.test/en')).toMatchObject({ status: 202 });
      await hosted.close();
    });

    it('does not send a link once more, and forgets its mail after a day', async () => {
      await shop.requestLink(ada);
      const { id } = await shop.latestMailTo(ada);
      const again = await shop.request(`POST /v1/mail/messages/${id}/resend`, { to: 'evil@example.com' });
      expect(again).toMatchObject({ status: 409, body: { code: 'mail_not_repeatable' } });
      shop.moveClock(25 * 3600);
      await shop.drain();
      expect((await shop.request('GET /v1/mail/messages')).body.data).toEqual([]);
    });

    it('keeps neither tokens nor addresses in events in the clear', async () => {
      const { body } = await shop.signIn(ada);
      await shop.drain();
      const told = JSON.stringify(await shop.events());
      for (const secret of [body.accessToken, body.refreshToken, 'sign_in_token']) {
        expect(told).not.toContain(secret);
      }
    });
  });
}

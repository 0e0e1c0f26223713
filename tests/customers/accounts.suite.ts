import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { berlin } from '../checkout/given-checkout.ts';
import { type GivenAccounts, givenAccounts } from './given-accounts.ts';

const ada = 'ada@example.com';

export function accountsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`customers on ${engineName}`, () => {
    let shop: GivenAccounts;
    beforeEach(async () => {
      shop = await givenAccounts(openEngine);
    });
    afterEach(() => shop.close());

    it('are made, found by address and by group, and changed by the store', async () => {
      const created = await shop.request('POST /v1/customers', {
        ...{ email: 'Ada@Example.com', firstName: 'Ada', customerGroup: 'vip', note: 'Calls on Mondays.' },
      });
      expect(created).toMatchObject({ status: 201, body: { note: 'Calls on Mondays.', lastSignInAt: null } });
      shop.moveClock(1);
      await shop.request('POST /v1/customers', { email: 'grace@example.com' });
      const emails = async (filter: string) =>
        (await shop.request(`GET /v1/customers${filter}`)).body.data.map(({ email }: Body) => email);
      expect(await emails('')).toEqual(['grace@example.com', 'Ada@Example.com']);
      expect(await emails('?email=ADA@example.com')).toEqual(['Ada@Example.com']);
      expect(await emails('?customerGroup=vip')).toEqual(['Ada@Example.com']);
      expect(await shop.request('GET /v1/customers?customerGroup=vip&email=a@b.de')).toMatchObject({
        ...{ status: 400, body: { code: 'invalid_filter' } },
      });
      const path = `/v1/customers/${created.body.id}`;
      const stale = await shop.request(`PATCH ${path}`, { lastName: 'L' }, { 'if-match': '"7"' });
      expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
      expect(await shop.request(`PATCH ${path}`, { customerGroup: 'gold' })).toMatchObject({
        ...{ status: 422, body: { code: 'unknown_setting' } },
      });
      const changed = await shop.request(`PATCH ${path}`, { lastName: 'Lovelace' });
      expect(changed.body).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', version: 2 });
    });

    it('have an address each', async () => {
      const first = await shop.request('POST /v1/customers', { email: ada });
      const second = await shop.request('POST /v1/customers', { email: 'ADA@example.com' });
      expect(second).toMatchObject({
        ...{ status: 409, body: { code: 'already_exists', details: { id: first.body.id } } },
      });
    });

    it('change their own settings and addresses, and nothing that the store says of them', async () => {
      const customer = await shop.signIn(ada);
      const saved = await customer.ask('PATCH /v1/me', {
        ...{ firstName: 'Ada', acceptsMarketing: true },
        addresses: [{ ...berlin, isDefaultShipping: true }],
      });
      expect(saved.body).toMatchObject({
        ...{ firstName: 'Ada', acceptsMarketing: true, marketingChangedAt: expect.any(String) },
        addresses: [{ city: 'Berlin', isDefaultShipping: true, isDefaultBilling: false, company: null }],
      });
      const [{ id }] = saved.body.addresses;
      const again = await customer.ask('PATCH /v1/me', {
        addresses: [berlin, { ...berlin, id, addressLine1: 'Torstr. 2' }],
      });
      expect(again.body.addresses[1]).toMatchObject({ id, addressLine1: 'Torstr. 2' });
      const faulty = await customer.ask('PATCH /v1/me', { addresses: [{ country: 'DE', city: 'Berlin' }] });
      expect(faulty).toMatchObject({ status: 422, body: { code: 'invalid_address' } });
      expect(faulty.body.errors[0].pointer).toMatch(/^\/addresses\/0\//);
      for (const setting of [{ customerGroup: 'vip' }, { isTaxExempt: true }, { email: 'b@example.com' }]) {
        expect(await customer.ask('PATCH /v1/me', setting)).toMatchObject({ status: 422 });
      }
    });

    it('are signed out everywhere when the store gives them another address', async () => {
      const customer = await shop.signIn(ada);
      const { id } = customer.body.customer;
      await shop.request(`PATCH /v1/customers/${id}`, { email: 'new@example.com' });
      const { refreshToken } = customer.body;
      expect(await shop.shopper('POST /v1/sessions/refresh', { refreshToken })).toMatchObject({
        status: 401,
      });
      expect((await shop.signIn('new@example.com')).body.customer.id).toBe(id);
    });

    it('are erased with sessions, links and carts; their orders stay, and are nobody else’s', async () => {
      const variantId = await shop.variant();
      const order = await shop.buy(await shop.readyCart(variantId));
      const cart = await shop.readyCart(variantId);
      const customer = await shop.signIn(ada, { cartId: cart.id, cartToken: cart.token });
      const { id } = customer.body.customer;
      await shop.requestLink(ada);
      const token = await shop.tokenFor(ada);
      expect(await shop.request(`DELETE /v1/customers/${id}`)).toMatchObject({ status: 204 });
      await shop.drain();
      expect(await customer.ask('GET /v1/me')).toMatchObject({
        status: 401,
        body: { code: 'sign_in_needed' },
      });
      const { refreshToken } = customer.body;
      expect(await shop.shopper('POST /v1/sessions/refresh', { refreshToken })).toMatchObject({
        status: 401,
      });
      expect(await shop.shopper('POST /v1/sign-ins/complete', { token })).toMatchObject({ status: 422 });
      expect((await shop.at(cart, 'POST read')).status).toBe(404);
      expect((await shop.request(`GET /v1/orders?customerId=${id}`)).body.data).toMatchObject([
        { id: order.id },
      ]);
      const again = await shop.signIn(ada);
      expect(again.body.customer.id).not.toBe(id);
      expect((await again.ask('GET /v1/me/orders')).body.data).toEqual([]);
    });
  });
}

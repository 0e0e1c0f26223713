import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenAccounts, givenAccounts } from './given-accounts.ts';

const ada = 'ada@example.com';
const grace = 'grace@example.com';
const quantities = (cart: Body) => cart.lines.map(({ quantity }: Body) => quantity);

export function ownThingsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`what is a customer's own on ${engineName}`, () => {
    let shop: GivenAccounts;
    let variantId: string;
    beforeEach(async () => {
      shop = await givenAccounts(openEngine);
      variantId = await shop.variant();
    });
    afterEach(() => shop.close());

    const guestCart = async (quantity = 1) => {
      const { body } = await shop.shopper('POST /v1/carts', { lines: [{ variantId, quantity }] });
      return { id: body.cart.id, token: body.token };
    };

    it('holds the orders placed before as a guest with the same address, in any case', async () => {
      const first = await shop.buy(await shop.readyCart(variantId, { email: 'Ada@Example.com' }));
      shop.moveClock(60);
      const second = await shop.buy(await shop.readyCart(variantId));
      await shop.buy(await shop.readyCart(variantId, { email: grace }));
      const customer = await shop.signIn(ada);
      const { body } = await customer.ask('GET /v1/me/orders');
      expect(body.data.map(({ id }: Body) => id)).toEqual([second.id, first.id]);
      expect(body.data[0].customerId).toBe(customer.body.customer.id);
    });

    it('holds what is ordered while signed in, page by page, newest first', async () => {
      const customer = await shop.signIn(ada);
      const placed: string[] = [];
      for (let index = 0; index < 3; index += 1) {
        const cart = await shop.readyCart(variantId, { email: 'elsewhere@example.com' });
        const claimed = await shop.signIn(ada, { cartId: cart.id, cartToken: cart.token });
        expect(claimed.body.cart).toMatchObject({ id: cart.id, customerId: customer.body.customer.id });
        placed.unshift((await shop.buy(cart, customer.ask)).id);
        shop.moveClock(1);
      }
      const first = await customer.ask('GET /v1/me/orders?pageSize=2');
      const rest = await customer.ask(`GET /v1/me/orders?pageSize=2&after=${first.body.page.next}`);
      const seen = [...first.body.data, ...rest.body.data].map(({ id }: Body) => id);
      expect(seen).toEqual(placed);
      expect(rest.body.page.next).toBeNull();
    });

    it("shows an order and its progress without a token, and nobody else's", async () => {
      const order = await shop.buy(await shop.readyCart(variantId));
      const owner = await shop.signIn(ada);
      const other = await shop.signIn(grace);
      const routes: readonly [string, object?][] = [
        [`GET /v1/me/orders/${order.id}`],
        [`POST /v1/orders/${order.id}/read`, {}],
        [`POST /v1/orders/${order.id}/progress`, {}],
      ];
      for (const [route, input] of routes) {
        expect(await owner.ask(route, input)).toMatchObject({ status: 200 });
        expect(await other.ask(route, input)).toMatchObject({ status: 404, body: { code: 'not_found' } });
      }
      expect((await owner.ask(`GET /v1/me/orders/${order.id}`)).body.tags).toBeUndefined();
      expect((await other.ask('GET /v1/me/orders')).body.data).toEqual([]);
      expect(await shop.shopper(`POST /v1/orders/${order.id}/read`, {})).toMatchObject({
        ...{ status: 403, body: { code: 'order_token_needed' } },
      });
    });

    it("takes a guest's cart over as it is where the customer has none", async () => {
      const cart = await guestCart(2);
      const customer = await shop.signIn(ada, { cartId: cart.id, cartToken: cart.token });
      expect(customer.body.cart).toMatchObject({
        ...{ id: cart.id, email: ada, customerId: customer.body.customer.id },
      });
      expect(customer.body.cartToken).toBeNull();
      // Reached by who is signed in, and by the token that the browser has, but by no other customer.
      expect(await customer.ask(`POST /v1/carts/${cart.id}/read`, {})).toMatchObject({ status: 200 });
      expect((await shop.at(cart, 'POST read')).status).toBe(200);
      const other = await shop.signIn(grace);
      expect(await other.ask(`POST /v1/carts/${cart.id}/read`, {})).toMatchObject({ status: 404 });
    });

    it("merges a guest's cart into the one that the customer had", async () => {
      const before = await guestCart(1);
      await shop.signIn(ada, { cartId: before.id, cartToken: before.token });
      const guest = await guestCart(2);
      const customer = await shop.signIn(ada, { cartId: guest.id, cartToken: guest.token });
      expect(customer.body.cart.id).toBe(before.id);
      expect(quantities(customer.body.cart)).toEqual([3]);
      const anew = { id: before.id, token: customer.body.cartToken };
      expect((await shop.at(anew, 'POST read')).status).toBe(200);
      expect((await shop.at(before, 'POST read')).status).toBe(404);
      expect((await shop.at(guest, 'POST read')).status).toBe(404);
      const { body } = await customer.ask(`POST /v1/carts/${before.id}/lines`, { lines: [{ variantId }] });
      expect(quantities(body)).toEqual([4]);
    });

    it('goes on with the cart of another device, also with one that was left alone', async () => {
      const cart = await guestCart(1);
      await shop.signIn(ada, { cartId: cart.id, cartToken: cart.token });
      expect((await shop.signIn(ada)).body.cart.id).toBe(cart.id);
      shop.moveClock(25 * 3600);
      await shop.drain();
      const guest = await guestCart(1);
      const { body } = await shop.signIn(ada, { cartId: guest.id, cartToken: guest.token });
      expect(body.cart).toMatchObject({ id: cart.id, state: 'active' });
      expect(quantities(body.cart)).toEqual([2]);
    });

    it('leaves a cart in checkout whole, and other currencies apart', async () => {
      const before = await guestCart(1);
      await shop.signIn(ada, { cartId: before.id, cartToken: before.token });
      const paying = await shop.readyCart(variantId);
      expect((await shop.at(paying, 'POST checkout')).status).toBe(200);
      const { body } = await shop.signIn(ada, { cartId: paying.id, cartToken: paying.token });
      expect(body.cart).toMatchObject({ id: paying.id, state: 'checkout' });
      const created = await shop.shopper('POST /v1/carts', { currency: 'USD' });
      const dollars = { cartId: created.body.cart.id, cartToken: created.body.token };
      expect((await shop.signIn(ada, dollars)).body.cart.id).toBe(dollars.cartId);
    });

    it('signs in all the same where the cart is gone, sold, or its token is wrong', async () => {
      const cart = await guestCart(1);
      const wrong = await shop.signIn(ada, { cartId: cart.id, cartToken: 'wrong' });
      expect(wrong.body.cart).toBeNull();
      expect((await shop.at(cart, 'POST read')).body.customerId).toBeNull();
      const sold = await shop.readyCart(variantId, { email: grace });
      await shop.buy(sold);
      const customer = await shop.signIn(ada, { cartId: sold.id, cartToken: sold.token });
      expect(customer.body.cart).toBeNull();
      expect((await customer.ask('GET /v1/me/orders')).body.data).toEqual([]);
    });

    it("never takes another customer's cart", async () => {
      const cart = await guestCart(1);
      const owner = await shop.signIn(ada, { cartId: cart.id, cartToken: cart.token });
      expect((await shop.signIn(grace, { cartId: cart.id, cartToken: cart.token })).body.cart).toBeNull();
      expect((await shop.at(cart, 'POST read')).body.customerId).toBe(owner.body.customer.id);
    });

    it("shows and charges the prices of the customer's group", async () => {
      const list = { name: 'VIP', status: 'active', customerGroups: ['vip'] };
      const { body: priceList } = await shop.request('POST /v1/price-lists', list);
      const prices = [{ variantId, amount: 700, currency: 'EUR' }];
      const set = await shop.request(`PUT /v1/price-lists/${priceList.id}/prices`, { prices });
      expect(set).toMatchObject({ status: 200 });
      const { body: products } = await shop.request('GET /v1/products');
      const [product] = products.data;
      await shop.request('POST /v1/customers', { email: ada, customerGroup: 'vip' });
      const customer = await shop.signIn(ada);
      const shown = await customer.ask(`GET /v1/products/${product.id}`);
      expect(shown.body.variants[0].price.amount).toBe(700);
      const { body } = await customer.ask('POST /v1/carts', { lines: [{ variantId }] });
      expect(body.cart).toMatchObject({ customerGroup: 'vip', totals: { subtotal: { amount: 700 } } });
      expect((await shop.shopper(`GET /v1/products/${product.id}`)).body.variants[0].price.amount).toBe(1000);
    });

    it('keeps what two customers ask with the same idempotency key apart', async () => {
      const one = await shop.signIn(ada);
      const two = await shop.signIn(grace);
      const headers = { 'idempotency-key': 'same' };
      await one.ask('PATCH /v1/me', { firstName: 'A' }, headers);
      const answer = await two.ask('PATCH /v1/me', { firstName: 'A' }, headers);
      expect(answer.body.email).toBe(grace);
    });
  });
}

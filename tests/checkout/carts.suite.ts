import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { berlin, type GivenCheckout, givenCheckout } from './given-checkout.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Carts: reached by their token, priced anew each time, never losing what was put in. */
export function cartSuite(openEngine: OpenEngine): void {
  describe('carts', () => {
    let store: GivenCheckout;
    beforeAll(async () => {
      store = await givenCheckout(openEngine);
    });
    afterAll(() => store.close());

    test('a guest fills a cart, and sees net, tax and gross add up', async () => {
      const variantId = await store.variant({ price: 1190 });
      const cart = await store.cart({ lines: [{ variantId, quantity: 2 }] });
      expect(await store.read(cart)).toMatchObject({
        ...{ state: 'active', channel: 'web', currency: 'EUR', country: 'DE' },
        lines: [
          {
            ...{ variantId, quantity: 2, unitPrice: eur(1190), subtotal: eur(2380), taxRate: 19 },
            total: { net: eur(2000), tax: eur(380), gross: eur(2380) },
            problems: [],
          },
        ],
        totals: {
          currencyExponent: 2,
          subtotal: eur(2380),
          total: { net: eur(2000), tax: eur(380), gross: eur(2380) },
        },
      });
    });

    test('with a publishable key, a cart is reached with its token only', async () => {
      const cart = await store.cart();
      const route = `POST /v1/carts/${cart.id}/read`;
      expect(await store.shopper(route, {})).toMatchObject({
        status: 403,
        body: { code: 'cart_token_needed' },
      });
      const wrong = await store.shopper(route, { cartToken: `${cart.token.slice(0, -1)}?` });
      const none = await store.shopper('POST /v1/carts/cart_01K00000000000000000000000/read', {
        cartToken: 'x',
      });
      expect([wrong.status, wrong.body.code]).toEqual([none.status, none.body.code]);
      expect(wrong).toMatchObject({ status: 404 });
      expect(await store.request(route, {})).toMatchObject({ status: 200 });
    });

    test('the token is answered once, and is in no event', async () => {
      const cart = await store.cart();
      expect(JSON.stringify(await store.read(cart))).not.toContain(cart.token);
      expect(JSON.stringify(await store.events())).not.toContain(cart.token);
    });

    test('a shopper can not say who they are', async () => {
      const cart = await store.cart();
      expect(await store.at(cart, 'PATCH ', { customerGroup: 'wholesale', isTaxExempt: true })).toMatchObject(
        {
          status: 403,
          body: {
            code: 'secret_key_needed',
            errors: [{ pointer: '/customerGroup' }, { pointer: '/isTaxExempt' }],
          },
        },
      );
      expect(await store.shopper('GET /v1/carts')).toMatchObject({ status: 403 });
    });

    test('who is exempt pays the net amount, also of prices that include tax', async () => {
      const variantId = await store.variant({ price: 1190 });
      const cart = await store.cart({ lines: [{ variantId }] });
      await store.request(`PATCH /v1/carts/${cart.id}`, { isTaxExempt: true, customerId: 'cust_1' });
      expect((await store.read(cart)).totals).toMatchObject({
        total: { net: eur(1000), tax: eur(0), gross: eur(1000) },
        taxes: [],
      });
    });

    test('the same variant with the same custom data is one line; another engraving is another', async () => {
      const variantId = await store.variant();
      const cart = await store.cart();
      const engraved = { variantId, customData: [{ name: 'engraving', value: 'Ada' }] };
      await store.at(cart, 'POST lines', { lines: [{ variantId }, engraved] });
      const { body } = await store.at(cart, 'POST lines', { lines: [engraved, { variantId, quantity: 3 }] });
      expect(body.lines.map(({ quantity }: { quantity: number }) => quantity)).toEqual([4, 2]);
    });

    test('a line is changed and taken out', async () => {
      const variantId = await store.variant();
      const cart = await store.cart({ lines: [{ variantId }] });
      const [{ id }] = (await store.read(cart)).lines;
      const changed = await store.at(cart, `PATCH lines/${id}`, { quantity: 5, giftMessage: 'For you' });
      expect(changed.body.lines).toMatchObject([
        { quantity: 5, giftMessage: 'For you', subtotal: eur(5000) },
      ]);
      expect((await store.at(cart, `POST lines/${id}/remove`)).body.lines).toEqual([]);
      expect(await store.at(cart, `POST lines/${id}/remove`)).toMatchObject({ status: 404 });
    });

    test('a price that changes is the price of the cart at once, tiers counted over all lines', async () => {
      const variantId = await store.variant({
        prices: [
          { amount: 1000, currency: 'EUR' },
          { amount: 800, currency: 'EUR', minimumQuantity: 5 },
        ],
      });
      const cart = await store.cart({ lines: [{ variantId, quantity: 3 }] });
      const more = { variantId, quantity: 2, giftMessage: 'Hello' };
      expect((await store.at(cart, 'POST lines', { lines: [more] })).body.totals.subtotal).toEqual(eur(4000));
      const product = await store.productOf(variantId);
      await store.request(`PATCH /v1/products/${product.id}/variants/${variantId}`, {
        prices: [{ amount: 500, currency: 'EUR' }],
      });
      expect((await store.read(cart)).totals.subtotal).toEqual(eur(2500));
    });

    test('a product that disappears stays in the cart, with what is wrong', async () => {
      const [gone, kept] = [await store.variant(), await store.variant({ price: 500 })];
      const cart = await store.cart({ lines: [{ variantId: gone }, { variantId: kept }] });
      const product = await store.productOf(gone);
      await store.request(`DELETE /v1/products/${product.id}`);
      const read = await store.read(cart);
      expect(read.lines).toMatchObject([
        {
          ...{ variantId: gone, title: product.title, unitPrice: null },
          problems: [{ pointer: '/lines/0/variantId', code: 'product_missing', hint: expect.any(String) }],
        },
        { variantId: kept, problems: [] },
      ]);
      expect(read.totals.subtotal).toEqual(eur(500));
      expect(await store.at(cart, 'POST checkout')).toMatchObject({
        status: 422,
        body: { code: 'cart_not_ready', errors: [{ pointer: '/lines/0/variantId' }] },
      });
    });

    test('a product that is hidden stays in the cart, and is sold again when it is shown again', async () => {
      const variantId = await store.variant();
      const cart = await store.cart({ lines: [{ variantId }] });
      const { id, title } = await store.productOf(variantId);
      await store.request(`PATCH /v1/products/${id}`, { status: 'draft' });
      expect((await store.read(cart)).lines).toMatchObject([
        { title, unitPrice: null, problems: [{ code: 'not_published' }] },
      ]);
      await store.request(`PATCH /v1/products/${id}`, { status: 'active' });
      expect((await store.read(cart)).lines).toMatchObject([{ unitPrice: eur(1000), problems: [] }]);
    });

    test('a variant that is not sold can not be put in', async () => {
      const cart = await store.cart();
      const variantId = 'var_01K00000000000000000000000';
      expect(await store.at(cart, 'POST lines', { lines: [{ variantId }] })).toMatchObject({
        status: 422,
        body: { code: 'unknown_reference', errors: [{ pointer: '/lines/0/variantId' }] },
      });
    });

    test("a guest's cart is merged into the customer's, and is gone", async () => {
      const [one, two] = [await store.variant(), await store.variant()];
      const guest = await store.cart({ lines: [{ variantId: one, quantity: 2 }, { variantId: two }] });
      const customer = await store.cart({ lines: [{ variantId: one }] });
      const from = { fromCartId: guest.id, fromCartToken: guest.token };
      const merged = await store.at(customer, 'POST merge', from);
      expect(merged.body.lines.map(({ quantity }: { quantity: number }) => quantity)).toEqual([3, 1]);
      expect(await store.at(guest, 'POST read')).toMatchObject({ status: 404 });
      expect(await store.eventTypes(guest.id)).toEqual(['cart.created', 'cart.merged']);
    });

    test('a cart of another is not merged without its token', async () => {
      const [mine, other] = [await store.cart(), await store.cart()];
      expect(await store.at(mine, 'POST merge', { fromCartId: other.id })).toMatchObject({
        body: { code: 'cart_token_needed' },
      });
      expect(
        await store.at(mine, 'POST merge', { fromCartId: other.id, fromCartToken: mine.token }),
      ).toMatchObject({
        status: 404,
      });
    });

    test('parallel changes of one cart are all there', async () => {
      const variantId = await store.variant();
      const cart = await store.cart();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.at(cart, 'POST lines', { lines: [{ variantId }] })),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      expect((await store.read(cart)).lines).toMatchObject([{ quantity: 20 }]);
    });

    test('GraphQL answers a cart with its products, by its token', async () => {
      const variantId = await store.variant({ price: 1190 });
      const { slug } = await store.productOf(variantId);
      const cart = await store.cart({ lines: [{ variantId }] });
      const query = `query ($id: ID!, $token: String) {
        cart(cartId: $id, cartToken: $token) {
          totals { total { gross { amount currency } } }
          lines { quantity product { slug } }
        }
      }`;
      const variables = { id: cart.id, token: cart.token };
      expect(await store.shopper('POST /graphql', { query, variables })).toMatchObject({
        body: {
          data: {
            cart: { totals: { total: { gross: eur(1190) } }, lines: [{ quantity: 1, product: { slug } }] },
          },
        },
      });
    });

    test('an e-mail address that is none is refused', async () => {
      const cart = await store.cart();
      expect(await store.at(cart, 'PATCH ', { email: 'ada at example' })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/email' }] },
      });
    });

    test('a change of a version that is no longer so is refused', async () => {
      const cart = await store.cart();
      await store.at(cart, 'PATCH ', { note: 'First' });
      const late = await store.request(`PATCH /v1/carts/${cart.id}`, { note: 'Late' }, { 'if-match': '"1"' });
      expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    });

    test('an address is checked by its country, every field at once', async () => {
      const cart = await store.cart();
      const shippingAddress = { ...berlin, postalCode: '1', city: null };
      expect(await store.at(cart, 'PATCH ', { shippingAddress })).toMatchObject({
        status: 422,
        body: {
          code: 'invalid_address',
          errors: [{ pointer: '/shippingAddress/city' }, { pointer: '/shippingAddress/postalCode' }],
        },
      });
      expect(await store.shopper('POST /v1/addresses/validate', { address: shippingAddress })).toMatchObject({
        body: { isValid: false, problems: [{ code: 'missing_field' }, { code: 'invalid_postal_code' }] },
      });
    });

    test('countries say what an address there needs, and whether anything is sent there', async () => {
      const { body } = await store.shopper('GET /v1/countries');
      expect(body.countries.length).toBeGreaterThan(200);
      expect(body.countries).toContainEqual({
        ...{ code: 'DE', isDeliveredTo: true },
        requiredFields: ['lastName', 'addressLine1', 'city', 'postalCode'],
      });
      const { body: country } = await store.shopper('GET /v1/countries/US');
      expect(country.requiredFields).toContain('region');
      expect(country.regions).toContainEqual({ code: 'CA', name: 'California' });
      expect(await store.shopper('GET /v1/countries/ZZ')).toMatchObject({ status: 404 });
    });

    test('carts are listed by customer, latest change first', async () => {
      const [first, second] = [await store.cart(), await store.cart()];
      for (const { id } of [first, second]) {
        store.moveClock(1);
        await store.request(`PATCH /v1/carts/${id}`, { customerId: 'cust_list' });
      }
      const { body } = await store.request('GET /v1/carts?customerId=cust_list');
      expect(body.data.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
    });
  });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { berlin, type GivenCheckout, givenCheckout } from './given-checkout.ts';

/** From the cart to the checkout and back: what is missing, how it is sent, whose stock it is. */
export function checkoutStartSuite(openEngine: OpenEngine): void {
  describe('the way to the checkout', () => {
    let store: GivenCheckout;
    beforeAll(async () => {
      store = await givenCheckout(openEngine);
    });
    afterAll(() => store.close());

    test('everything that is not right is listed at once, with its place and what to do', async () => {
      const variantId = await store.variant({ onHand: 2 });
      const cart = await store.cart({ lines: [{ variantId, quantity: 3 }] });
      const { body } = await store.at(cart, 'POST validate');
      expect(body).toMatchObject({ canBeginCheckout: false, canBeCompleted: false });
      expect(body.problems.map(({ pointer, code }: Body) => `${pointer} ${code}`)).toEqual([
        '/lines/0/quantity insufficient_stock',
        '/email email_missing',
        '/shippingAddress shipping_address_missing',
        '/shippingMethod shipping_method_missing',
      ]);
      expect(body.problems.every(({ hint }: Body) => hint.length > 0)).toBe(true);
    });

    test('a complete cart has no problems', async () => {
      const cart = await store.cart({
        ...{
          lines: [{ variantId: await store.variant() }],
          email: 'ada@example.com',
          shippingAddress: berlin,
        },
      });
      await store.at(cart, 'PUT shipping-method', { method: 'parcel' });
      expect((await store.at(cart, 'POST validate')).body).toEqual({
        ...{ canBeginCheckout: true, canBeCompleted: true, problems: [] },
      });
    });

    test('the methods of the zone are offered with their prices, by weight and free over', async () => {
      const variantId = await store.variant({ price: 5000, weight: { value: 3, unit: 'kg' } });
      const cart = await store.cart({ lines: [{ variantId }] });
      const offered = async () =>
        (await store.at(cart, 'POST shipping-methods')).body.methods.map(
          ({ key, price }: Body) => `${key} ${price.amount}`,
        );
      expect(await offered()).toEqual(['pickup 0', 'parcel 490', 'freight 1000']);
      await store.at(cart, 'POST lines', { lines: [{ variantId }] });
      expect(await offered()).toEqual(['parcel 0', 'pickup 0', 'freight 2500']);
    });

    test('a method that does not deliver there is refused', async () => {
      const cart = await store.cart({ country: 'FR', lines: [{ variantId: await store.variant() }] });
      expect(await store.at(cart, 'PUT shipping-method', { method: 'parcel' })).toMatchObject({
        status: 422,
        body: { code: 'shipping_unavailable', errors: [{ pointer: '/method' }] },
      });
    });

    test('a region has its own tax, on prices without tax', async () => {
      const variantId = await store.variant({
        prices: [{ amount: 1000, currency: 'USD', includesTax: false }],
      });
      const shippingAddress = { ...berlin, country: 'US', region: 'CA', postalCode: '94103' };
      const cart = await store.cart({ currency: 'USD', lines: [{ variantId }], shippingAddress });
      const usd = (amount: number) => ({ amount, currency: 'USD' });
      expect((await store.read(cart)).totals).toMatchObject({
        total: { net: usd(1000), tax: usd(89), gross: usd(1089) },
        taxes: [{ name: 'Sales tax', rate: 8.875, net: usd(1000), tax: usd(89) }],
      });
    });

    test('the checkout holds the stock until it is left', async () => {
      const variantId = await store.variant({ onHand: 5 });
      const cart = await store.cart({ lines: [{ variantId, quantity: 5 }] });
      const begun = await store.at(cart, 'POST checkout');
      expect(begun).toMatchObject({ status: 200, body: { state: 'checkout', lines: [{ problems: [] }] } });
      expect(await store.availableOf(variantId)).toBe(0);
      const other = await store.cart({ lines: [{ variantId }] });
      expect(await store.at(other, 'POST checkout')).toMatchObject({
        status: 422,
        body: { code: 'cart_not_ready' },
      });
      expect(await store.at(cart, 'POST lines', { lines: [{ variantId }] })).toMatchObject({
        status: 409,
        body: {
          code: 'cart_state',
          details: {
            state: 'checkout',
            allowed: ['checkout.carts.leaveCheckout', 'checkout.carts.complete'],
          },
        },
      });
      expect(await store.at(cart, 'POST checkout/leave')).toMatchObject({ body: { state: 'active' } });
      expect(await store.availableOf(variantId)).toBe(5);
      expect(await store.eventTypes(cart.id)).toEqual([
        ...['cart.created', 'cart.checkout_started', 'cart.checkout_left'],
      ]);
    });

    test('when its time is over, the cart is active again and the stock free', async () => {
      const variantId = await store.variant({ onHand: 5 });
      const cart = await store.cart({ lines: [{ variantId, quantity: 2 }] });
      const { body } = await store.at(cart, 'POST checkout');
      expect(Date.parse(body.checkoutExpiresAt) - store.now().getTime()).toBe(900_000);
      store.moveClock(899);
      await store.drain();
      expect(await store.read(cart)).toMatchObject({ state: 'checkout' });
      store.moveClock(2);
      await store.drain();
      expect(await store.read(cart)).toMatchObject({ state: 'active', checkoutExpiresAt: null });
      expect(await store.availableOf(variantId)).toBe(5);
      store.moveClock(5);
      await store.drain();
      expect(await store.eventTypes(cart.id)).toContain('cart.checkout_expired');
    });

    test('20 parallel checkouts of the last 5 units give exactly 5', async () => {
      const variantId = await store.variant({ onHand: 5 });
      const carts = [];
      for (let made = 0; made < 20; made++) carts.push(await store.cart({ lines: [{ variantId }] }));
      const answers = await Promise.all(carts.map((cart) => store.at(cart, 'POST checkout')));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
      expect(answers.every(({ status }) => [200, 409, 422].includes(status))).toBe(true);
      expect(await store.availableOf(variantId)).toBe(0);
    });

    test('two carts with the same variants in another order do not block one another', async () => {
      const [one, two] = [await store.variant(), await store.variant()];
      const first = await store.cart({ lines: [{ variantId: one }, { variantId: two }] });
      const second = await store.cart({ lines: [{ variantId: two }, { variantId: one }] });
      const answers = await Promise.all([first, second].map((cart) => store.at(cart, 'POST checkout')));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    });

    test('a cart that is left alone is abandoned, keeps its items, and is taken up again', async () => {
      const cart = await store.cart({
        lines: [{ variantId: await store.variant() }],
        email: 'ada@example.com',
      });
      store.moveClock(86_401);
      await store.drain();
      expect(await store.read(cart)).toMatchObject({ state: 'abandoned', lines: [{ quantity: 1 }] });
      expect(await store.at(cart, 'POST checkout')).toMatchObject({
        status: 409,
        body: { code: 'cart_state', details: { state: 'abandoned', allowed: ['checkout.carts.resume'] } },
      });
      expect(await store.at(cart, 'POST resume')).toMatchObject({
        body: { state: 'active', abandonedAt: null },
      });
      const abandoned = (await store.events()).find(
        ({ subject, type }) => subject === cart.id && type === 'cart.abandoned',
      );
      expect(abandoned?.data).toMatchObject({ id: cart.id, email: 'ada@example.com', lineCount: 1 });
    });
  });
}

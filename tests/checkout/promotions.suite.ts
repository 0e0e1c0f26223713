import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenCheckout, givenCheckout } from './given-checkout.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Promotions: allocated to the cent, explained, and never used more often than they may be. */
export function promotionSuite(openEngine: OpenEngine): void {
  describe('promotions', () => {
    let store: GivenCheckout;
    beforeAll(async () => {
      store = await givenCheckout(openEngine);
    });
    afterAll(() => store.close());

    test('a code takes off its percentage, and every line says how much of it is its own', async () => {
      await store.promotion({ kind: 'percentage', percentage: 10, code: 'Welcome' });
      const lines = [];
      for (const price of [333, 333, 334]) lines.push({ variantId: await store.variant({ price }) });
      const cart = await store.cart({ lines });
      const { body } = await store.at(cart, 'POST codes', { code: 'WELCOME' });
      expect(body.codes).toEqual([
        { code: 'WELCOME', isApplied: true, reason: null, rule: null, minimumSubtotal: null },
      ]);
      expect(body.discounts).toMatchObject([{ code: 'Welcome', target: 'lines', amount: eur(100) }]);
      const allocated = body.discounts[0].allocations.map(({ amount }: Body) => amount.amount);
      expect(allocated.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(100);
      expect(body.totals).toMatchObject({
        subtotal: eur(1000),
        discount: eur(100),
        total: { gross: eur(900) },
      });
      const without = await store.at(cart, 'POST codes/remove', { code: 'welcome' });
      expect(without.body).toMatchObject({ codes: [], discounts: [] });
    });

    test('a code that does not apply yet is kept with the reason, and applies as soon as it can', async () => {
      await store.promotion({
        kind: 'amount',
        amounts: [eur(500)],
        minimumSubtotals: [eur(2000)],
        code: 'FIVER',
      });
      const variantId = await store.variant({ price: 1500 });
      const cart = await store.cart({ lines: [{ variantId }] });
      const { body } = await store.at(cart, 'POST codes', { code: 'fiver' });
      expect(body.codes).toMatchObject([
        {
          ...{ isApplied: false, reason: expect.stringContaining('20.00 EUR'), rule: 'minimum_subtotal' },
          minimumSubtotal: { amount: 2000, currency: 'EUR' },
        },
      ]);
      const more = await store.at(cart, 'POST lines', { lines: [{ variantId }] });
      expect(more.body.totals).toMatchObject({ discount: eur(500), total: { gross: eur(2500) } });
    });

    test('a code that nobody gave out is refused', async () => {
      const cart = await store.cart();
      expect(await store.at(cart, 'POST codes', { code: 'GUESS' })).toMatchObject({
        status: 422,
        body: { code: 'unknown_code', errors: [{ pointer: '/code' }] },
      });
    });

    test('a promotion is about the products of a category and all below it', async () => {
      const { body: clothes } = await store.request('POST /v1/categories', { name: 'Clothes' });
      const { body: tops } = await store.request('POST /v1/categories', {
        name: 'Tops',
        parentId: clothes.id,
      });
      const [inside, outside] = [await store.variant(), await store.variant()];
      const product = await store.productOf(inside);
      await store.request(`PATCH /v1/products/${product.id}`, { categoryIds: [tops.id] });
      await store.drain();
      const code = 'CLOTHES';
      await store.promotion({ kind: 'percentage', percentage: 50, categoryIds: [clothes.id], code });
      const cart = await store.cart({ lines: [{ variantId: inside }, { variantId: outside }] });
      const { body } = await store.at(cart, 'POST codes', { code });
      expect(
        body.lines.map(({ discounts }: Body) => discounts.map(({ amount }: Body) => amount.amount)),
      ).toEqual([[500], []]);
    });

    test('free shipping takes off what the chosen method costs', async () => {
      await store.promotion({ kind: 'free_shipping', code: 'FREE' });
      const cart = await store.cart({ lines: [{ variantId: await store.variant() }] });
      await store.at(cart, 'PUT shipping-method', { method: 'parcel' });
      expect((await store.read(cart)).totals).toMatchObject({
        ...{ shippingPrice: eur(490), shipping: { net: eur(412), tax: eur(78), gross: eur(490) } },
      });
      const { body } = await store.at(cart, 'POST codes', { code: 'FREE' });
      expect(body.totals).toMatchObject({
        ...{ shippingPrice: eur(490), shippingDiscount: eur(490), shipping: { gross: eur(0) } },
        total: { gross: eur(1000) },
      });
    });

    test('settings that do not go with the kind are refused, each with its place', async () => {
      const input = { name: 'Odd', kind: 'amount', percentage: 5, channels: ['wbe'], code: null };
      expect(await store.request('POST /v1/promotions', input)).toMatchObject({
        status: 422,
        body: {
          code: 'invalid_input',
          errors: [{ pointer: '/amounts' }, { pointer: '/percentage' }, { pointer: '/channels/0' }],
        },
      });
    });

    test('a code is taken in any case', async () => {
      const first = await store.promotion({ kind: 'free_shipping', code: 'Summer' });
      const input = { name: 'Again', kind: 'free_shipping', code: 'SUMMER' };
      expect(await store.request('POST /v1/promotions', input)).toMatchObject({
        status: 409,
        body: { code: 'already_exists', errors: [{ pointer: '/code' }], details: { id: first.id } },
      });
    });

    test('100 parallel uses of a limit of 10 give exactly 10', async () => {
      const { id } = await store.promotion({ kind: 'free_shipping', code: 'TEN', usageLimit: 10 });
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          store.request(`POST /v1/promotions/${id}/uses`, { reference: `order-${index}` }),
        ),
      );
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
        Array.from({ length: 90 }, () => '409 promotion_used_up'),
      );
      const cart = await store.cart({ lines: [{ variantId: await store.variant() }] });
      const { body } = await store.at(cart, 'POST codes', { code: 'TEN' });
      expect(body.codes).toMatchObject([
        { isApplied: false, reason: expect.stringContaining('10 times'), rule: 'usage_limit' },
      ]);
    });

    test('a customer uses a promotion as often as one may, and the same order counts once', async () => {
      const { id } = await store.promotion({ kind: 'free_shipping', usageLimitPerCustomer: 1 });
      const claim = (reference: string, customerId: string) =>
        store.request(`POST /v1/promotions/${id}/uses`, { reference, customerId });
      expect(await claim('a', 'ada')).toMatchObject({ body: { total: 1, byCustomer: 1 } });
      expect(await claim('a', 'ada')).toMatchObject({ status: 200, body: { total: 1 } });
      expect(await claim('b', 'ada')).toMatchObject({ status: 409, body: { code: 'promotion_used_up' } });
      expect(await claim('c', 'bob')).toMatchObject({ body: { total: 2, byCustomer: 1 } });
      await store.request(`DELETE /v1/promotions/${id}`);
    });

    test('shoppers do not see promotions as such', async () => {
      expect(await store.shopper('GET /v1/promotions')).toMatchObject({ status: 403 });
    });
  });
}

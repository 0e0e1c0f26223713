import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { berlin, type GivenCheckout, givenCheckout } from './given-checkout.ts';

/** What a sale would cost, asked without a cart. */
export function quoteSuite(openEngine: OpenEngine): void {
  describe('a quote', () => {
    let store: GivenCheckout;
    beforeAll(async () => {
      store = await givenCheckout(openEngine);
    });
    afterAll(() => store.close());
    const ask = (input: object) => store.request('POST /v1/quotes', input);

    test('says what a cart of the same says, to the cent', async () => {
      const [one, other] = [await store.variant({ price: 1999 }), await store.variant({ price: 333 })];
      const { code } = await store.promotion({ code: 'QUOTED', kind: 'percentage', percentage: 12.5 });
      const lines = [
        { variantId: one, quantity: 3 },
        { variantId: other, quantity: 7, giftMessage: 'Hi' },
      ];
      const cart = await store.cart({ lines, shippingAddress: berlin, email: 'ada@example.com' });
      await store.at(cart, 'POST codes', { code });
      await store.at(cart, 'PUT shipping-method', { method: 'parcel' });
      const shown = await store.read(cart);
      const { status, body } = await ask({
        ...{ channel: 'web', lines, shippingAddress: berlin, shippingMethod: 'parcel', codes: ['quoted'] },
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({ currency: 'EUR', problems: [], totals: shown.totals, codes: shown.codes });
      expect(body.shippingMethod).toEqual(shown.shippingMethod);
      const without = (all: readonly Body[]) => all.map(({ id: _id, discounts: _off, ...line }) => line);
      expect(without(body.lines)).toEqual(without(shown.lines));
      expect(body.discounts.map(({ amount }: Body) => amount)).toEqual(
        shown.discounts.map(({ amount }: Body) => amount),
      );
    });

    test('tells what can not be sold so, at its place, and writes nothing', async () => {
      const [scarce, gone] = [await store.variant({ onHand: 1 }), `var_${'0'.repeat(26)}`];
      const { body } = await ask({
        lines: [
          { variantId: scarce, quantity: 2 },
          { variantId: gone, quantity: 1 },
        ],
        ...{ codes: ['NEVER'], shippingAddress: { country: 'DE' }, shippingMethod: 'balloon' },
      });
      expect(body.lines[0].problems).toMatchObject([{ code: 'insufficient_stock' }]);
      expect(body.lines[1]).toMatchObject({ unitPrice: null, problems: [{ code: 'product_missing' }] });
      const pointers = body.problems.map(({ pointer }: Body) => pointer);
      for (const pointer of ['/lines/0/quantity', '/lines/1/variantId', '/codes/0', '/shippingMethod'])
        expect(pointers).toContain(pointer);
      expect(pointers).toContain('/shippingAddress/city');
      expect(await store.availableOf(scarce)).toBe(1);
    });

    test('keeps what was agreed on, whatever the catalog and the promotions say now', async () => {
      const variantId = await store.variant({ price: 5000, onHand: 1 });
      const { id: promotionId } = await store.promotion({
        code: 'THEN',
        kind: 'amount',
        amounts: [eur(100)],
      });
      const id = `line_${'1'.repeat(26)}`;
      const agreed = {
        ...{ quantity: 3, unitPrice: eur(1000), includesTax: true, priceReason: 'Then.', title: 'Shirt' },
        ...{ requiresShipping: true, tax: { name: 'VAT', rate: 7 } },
      };
      const discount = {
        ...{ promotionId, name: 'Then', code: 'THEN', target: 'lines', amount: eur(100) },
        allocations: [{ lineId: id, amount: eur(100) }],
      };
      const granted = { discounts: [discount], grantedAt: '2020-01-01T00:00:00Z' };
      const quote = (quantity: number) =>
        ask({ lines: [{ id, variantId, quantity, agreed }], granted, country: 'DE' });
      expect((await quote(3)).body.lines).toMatchObject([
        { unitPrice: eur(1000), taxRate: 7, discounts: [{ amount: eur(100) }], problems: [] },
      ]);
      expect((await quote(2)).body.lines[0]).toMatchObject({
        ...{ discounts: [{ amount: eur(67) }], total: { gross: eur(1933) } },
      });
      expect((await quote(5)).body.lines[0].problems).toMatchObject([{ code: 'insufficient_stock' }]);
      const usd = { ...agreed, unitPrice: { amount: 1, currency: 'USD' } };
      expect(await ask({ currency: 'EUR', lines: [{ variantId, quantity: 1, agreed: usd }] })).toMatchObject({
        ...{ status: 422, body: { errors: [{ pointer: '/lines/0/agreed/unitPrice/currency' }] } },
      });
    });

    test('is for secret keys alone', async () => {
      const lines = [{ variantId: await store.variant(), quantity: 1 }];
      expect(await store.shopper('POST /v1/quotes', { lines })).toMatchObject({ status: 403 });
      expect(await ask({ lines, channel: 'nowhere' })).toMatchObject({
        ...{ status: 422, body: { code: 'unknown_setting' } },
      });
    });
  });
}

const eur = (amount: number) => ({ amount, currency: 'EUR' });

import { expect } from 'vitest';
import type { Answer, Body, OpenEngine } from '../catalog/given-store.ts';
import { shirt } from '../catalog/products.suite.ts';
import { berlin, type GivenCart } from '../checkout/given-checkout.ts';
import { type GivenPlatform, givenPlatform, type PlatformOptions } from './given-platform.ts';

/** A shop where things can be bought, with what shoppers do in it. */
export interface GivenPurchase extends GivenPlatform {
  /** A product of one variant; answers the variant's id. */
  variant(onHand?: number, price?: number): Promise<string>;
  /** A cart that only waits to be paid. */
  readyCart(variantId: string, settings?: object): Promise<GivenCart>;
  /** What a shopper does with a cart: `at(cart, 'POST payments', { … })`. */
  at(
    cart: GivenCart,
    route: string,
    input?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Begins to pay with a card that the provider knows by a token. */
  payByCard(cart: GivenCart, paymentToken?: string): Promise<Answer>;
  levelOf(variantId: string): Promise<{ onHand: number; reserved: number; available: number }>;
  ordersOf(cart: GivenCart): Promise<readonly Body[]>;
}

export async function givenPurchase(
  openEngine: OpenEngine,
  options: PlatformOptions = {},
): Promise<GivenPurchase> {
  const platform = await givenPlatform(openEngine, options);
  const { body: warehouse } = await platform.request('POST /v1/inventory/locations', { name: 'Warehouse' });

  const at: GivenPurchase['at'] = (cart, route, input = {}, headers) => {
    const [method, path = ''] = route.split(' ');
    return platform.shopper(
      `${method} /v1/carts/${cart.id}/${path}`,
      { cartToken: cart.token, ...input },
      headers,
    );
  };

  return {
    ...platform,
    at,
    async variant(onHand = 100, price = 1000) {
      const prices = [{ amount: price, currency: 'EUR' }];
      const product = await platform.request(
        'POST /v1/products',
        shirt({ status: 'active', options: [], variants: [{ prices }] }),
      );
      expect(product).toMatchObject({ status: 201 });
      const [{ id: variantId }] = product.body.variants;
      await platform.request('POST /v1/inventory/adjustments', {
        ...{ variantId, locationId: warehouse.id, onHand, reason: 'counted' },
      });
      return variantId;
    },
    async readyCart(variantId, settings = {}) {
      const created = await platform.shopper('POST /v1/carts', {
        ...{ lines: [{ variantId }], email: 'ada@example.com', shippingAddress: berlin },
        ...settings,
      });
      expect(created).toMatchObject({ status: 201 });
      const cart = { id: created.body.cart.id, token: created.body.token };
      expect(await at(cart, 'PUT shipping-method', { method: 'parcel' })).toMatchObject({ status: 200 });
      return cart;
    },
    payByCard: (cart, paymentToken = 'pm_card_visa') =>
      at(cart, 'POST payments', {
        provider: 'stripe',
        paymentToken,
        returnUrl: 'https://shop.example/return',
      }),
    async levelOf(variantId) {
      const { body } = await platform.request(`GET /v1/inventory/levels?variantId=${variantId}`);
      return body.data[0];
    },
    async ordersOf(cart) {
      const { body } = await platform.request('GET /v1/orders?pageSize=100');
      return body.data.filter(({ cartId }: Body) => cartId === cart.id);
    },
  };
}

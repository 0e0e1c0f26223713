import { expect } from 'vitest';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import {
  type Answer,
  type Body,
  type GivenOutside,
  type GivenStore,
  givenStore,
  type OpenEngine,
} from '../catalog/given-store.ts';
import { shirt } from '../catalog/products.suite.ts';

/** A cart as its shopper knows it. */
export interface GivenCart {
  readonly id: string;
  readonly token: string;
}

/** A store that sells things, with what shoppers do in it. */
export interface GivenCheckout extends GivenStore {
  /** A product of one variant, counted; answers the variant's id. */
  variant(changes?: {
    readonly price?: number;
    readonly onHand?: number;
    readonly [setting: string]: unknown;
  }): Promise<string>;
  productOf(variantId: string): Promise<Body>;
  cart(input?: object): Promise<GivenCart>;
  /** What a shopper does with a cart: `at(cart, 'POST lines', { … })`. */
  at(cart: GivenCart, route: string, input?: object): Promise<Answer>;
  /** The cart as it is now. */
  read(cart: GivenCart): Promise<Body>;
  promotion(input: object): Promise<Body>;
  availableOf(variantId: string): Promise<number>;
  eventTypes(subject: string): Promise<readonly string[]>;
}

export const berlin = {
  ...{ country: 'DE', lastName: 'Berg', addressLine1: 'Torstr. 1', city: 'Berlin', postalCode: '10119' },
};

export async function givenCheckout(
  openEngine: OpenEngine,
  config?: StoreConfig,
  outside?: GivenOutside,
): Promise<GivenCheckout> {
  const store = await givenStore(openEngine, config, outside);
  const { body: warehouse } = await store.request('POST /v1/inventory/locations', { name: 'Warehouse' });
  const products = new Map<string, string>();

  const at: GivenCheckout['at'] = (cart, route, input = {}) => {
    const [method, path = ''] = route.split(' ');
    const url = `${method} /v1/carts/${cart.id}${path === '' ? '' : `/${path}`}`;
    return store.shopper(url, { cartToken: cart.token, ...input });
  };

  return {
    ...store,
    at,
    async variant({ price = 1000, onHand = 100, ...settings } = {}) {
      const prices = [{ amount: price, currency: 'EUR' }];
      const answer = await store.request(
        'POST /v1/products',
        shirt({ status: 'active', options: [], variants: [{ prices, ...settings }] }),
      );
      expect(answer).toMatchObject({ status: 201 });
      const [{ id: variantId }] = answer.body.variants;
      products.set(variantId, answer.body.id);
      const adjustment = { variantId, locationId: warehouse.id, onHand, reason: 'counted' };
      expect(await store.request('POST /v1/inventory/adjustments', adjustment)).toMatchObject({
        status: 200,
      });
      return variantId;
    },
    async productOf(variantId) {
      return (await store.request(`GET /v1/products/${products.get(variantId)}`)).body;
    },
    async cart(input = {}) {
      const answer = await store.shopper('POST /v1/carts', input);
      expect(answer).toMatchObject({ status: 201 });
      return { id: answer.body.cart.id, token: answer.body.token };
    },
    async read(cart) {
      const answer = await at(cart, 'POST read');
      expect(answer).toMatchObject({ status: 200 });
      return answer.body;
    },
    async promotion(input) {
      const answer = await store.request('POST /v1/promotions', { name: 'Off', status: 'active', ...input });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body;
    },
    async availableOf(variantId) {
      const { body } = await store.request(`GET /v1/inventory/levels?variantId=${variantId}`);
      return body.data[0].available;
    },
    async eventTypes(subject) {
      return (await store.events()).filter((event) => event.subject === subject).map(({ type }) => type);
    },
  };
}

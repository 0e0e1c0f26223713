import { setTimeout as wait } from 'node:timers/promises';
import type { Ask, Body } from './ask.ts';

export interface GivenCart {
  readonly id: string;
  readonly token: string;
  /** The cart as it was answered. */
  readonly cart: Body;
}

/** Things that a test begins with, made over the API as a merchant and a shopper make them. */
export interface Given {
  /** A product that is on sale, with stock. What is given goes into `POST /v1/products`. */
  product(fields?: {
    readonly price?: number;
    readonly stock?: number;
    readonly [field: string]: unknown;
  }): Promise<Body>;
  /** A cart with a product in it, an address and a way of delivery. What is given goes into `POST /v1/carts`. */
  cart(fields?: {
    readonly product?: Body;
    readonly quantity?: number;
    readonly [field: string]: unknown;
  }): Promise<GivenCart>;
  /** An order: bought with a card, paid, and, where asked, delivered. */
  order(fields?: {
    readonly state?: 'placed' | 'paid' | 'fulfilled';
    readonly product?: Body;
    readonly quantity?: number;
  }): Promise<Body>;
}

const address = {
  ...{ country: 'DE', firstName: 'Ada', lastName: 'Berg' },
  ...{ addressLine1: 'Torstr. 1', city: 'Berlin', postalCode: '10119' },
};
const returnUrl = 'https://shop.example/return';
/** The provider tells of the money a moment later, in real time. */
const patience = { milliseconds: 10_000, between: 25 };

export function createGiven(ask: Ask): Given {
  let number = 0;

  async function location(): Promise<string> {
    const { data } = await ask('GET /v1/inventory/locations');
    const found =
      data[0] ?? (await ask('POST /v1/inventory/locations', { name: 'Warehouse', country: 'DE' }));
    return found.id;
  }

  async function paid(orderId: string): Promise<Body> {
    const until = performance.now() + patience.milliseconds;
    for (;;) {
      const order = await ask(`GET /v1/orders/${orderId}`);
      if (order.paymentState === 'captured') return order;
      if (performance.now() > until) {
        throw new Error(
          `The order ${order.number} was not paid in time: its payment is ${order.paymentState}.`,
        );
      }
      await wait(patience.between);
    }
  }

  async function fulfilled(orderId: string): Promise<Body> {
    const { id } = await ask(`POST /v1/orders/${orderId}/fulfilments`, {});
    for (const step of ['pack', 'ship', 'deliver']) await ask(`POST /v1/fulfilments/${id}/${step}`, {});
    return ask(`GET /v1/orders/${orderId}`);
  }

  const given: Given = {
    async product({ price = 1000, stock = 100, ...fields } = {}) {
      const { productTypes, currencies } = await ask('GET /v1/store');
      number += 1;
      const product = await ask('POST /v1/products', {
        ...{ productType: productTypes[0]?.key, title: `Product ${number}`, status: 'active' },
        variants: [{ sku: `TEST-${number}`, prices: [{ amount: price, currency: currencies[0] }] }],
        ...fields,
      });
      const locationId = await location();
      for (const { id: variantId } of product.variants) {
        await ask('POST /v1/inventory/adjustments', {
          ...{ variantId, locationId, onHand: stock, reason: 'counted' },
        });
      }
      return product;
    },

    async cart({ product, quantity = 1, ...fields } = {}) {
      const bought = product ?? (await given.product());
      const { cart, token } = await ask('POST /v1/carts', {
        lines: [{ variantId: bought.variants[0].id, quantity }],
        ...{ email: 'ada@example.com', shippingAddress: address, ...fields },
      });
      const at = { cartToken: token };
      const { methods } = await ask(`POST /v1/carts/${cart.id}/shipping-methods`, at);
      const method = methods.find((each: Body) => each.kind !== 'pickup');
      const ready = method
        ? await ask(`PUT /v1/carts/${cart.id}/shipping-method`, { ...at, method: method.key })
        : cart;
      return { id: cart.id, token, cart: ready };
    },

    async order({ state = 'paid', ...fields } = {}) {
      const { id, token } = await given.cart(fields);
      await ask(`POST /v1/carts/${id}/payments`, {
        ...{ cartToken: token, provider: 'stripe', paymentToken: 'pm_card_visa', returnUrl },
      });
      const { order } = await ask(`POST /v1/carts/${id}/complete`, { cartToken: token });
      if (state === 'placed') return order;
      const settled = await paid(order.id);
      return state === 'paid' ? settled : fulfilled(order.id);
    },
  };
  return given;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Ask, Body } from './ask.ts';
import { payCart } from './pay-cart.ts';
import { deliverableAddress } from './sample-address.ts';
import { sampleAttributes } from './sample-attributes.ts';

export interface GivenCart {
  readonly id: string;
  readonly token: string;
  /** The cart as it was answered. */
  readonly cart: Body;
}

/** Things that a test begins with, made over the API as a merchant and a shopper make them. */
export interface Given {
  /**
   * A product that is on sale in every currency, with stock, and of the first product type whose attributes can be made
   * up. What is given goes into `POST /v1/products`.
   */
  product(fields?: {
    readonly price?: number;
    readonly stock?: number;
    readonly [field: string]: unknown;
  }): Promise<Body>;
  /**
   * A cart with a product in it, an address that the store delivers to and a way of delivery. What is given goes into
   * `POST /v1/carts`.
   */
  cart(fields?: {
    readonly product?: Body;
    readonly quantity?: number;
    readonly [field: string]: unknown;
  }): Promise<GivenCart>;
  /** An order: bought by a way to pay that the store offers, with a card if it can be, paid, and, where asked, delivered. */
  order(fields?: {
    readonly state?: 'placed' | 'paid' | 'fulfilled';
    readonly product?: Body;
    readonly quantity?: number;
  }): Promise<Body>;
}

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

  /** A product type, the one that is asked for or else the first that can be, with what its products need. */
  function fitting(productTypes: readonly Body[], asked: unknown, currency: string) {
    const candidates = productTypes.filter(({ key }) => asked === undefined || key === asked);
    for (const { key, ...type } of candidates) {
      const attributes = sampleAttributes(type, 'product', number, currency);
      const ofVariant = sampleAttributes(type, 'variant', number, currency);
      if (attributes && ofVariant) return { key, attributes, ofVariant };
    }
    // The store says what is missing, unless the test gives it.
    return { key: asked ?? productTypes[0]?.key, attributes: {}, ofVariant: {} };
  }

  async function paid(orderId: string, payment: Body): Promise<Body> {
    // Money that the shop takes itself: a transfer that came in, or a card that was authorized alone.
    if (payment?.state === 'authorized' && payment.capture === 'manual') {
      await ask(`POST /v1/payments/${payment.id}/capture`, {});
    }
    const until = performance.now() + patience.milliseconds;
    for (;;) {
      const order = await ask(`GET /v1/orders/${orderId}`);
      if (order.paymentState === 'captured' || order.paymentState === 'none') return order;
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
      const { key, attributes, ofVariant } = fitting(productTypes, fields.productType, currencies[0]);
      const prices = currencies.map((currency: string) => ({ amount: price, currency }));
      const product = await ask('POST /v1/products', {
        ...{ productType: key, title: `Product ${number}`, status: 'active', attributes },
        variants: [{ sku: `TEST-${number}`, prices, attributes: ofVariant }],
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
        ...{ email: 'ada@example.com', ...fields },
        shippingAddress: fields.shippingAddress ?? (await deliverableAddress(ask)),
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
      const { id, token, cart } = await given.cart(fields);
      if (cart.totals.total.gross.amount > 0) await payCart(ask, cart, token);
      const { order, payment } = await ask(`POST /v1/carts/${id}/complete`, { cartToken: token });
      if (state === 'placed') return order;
      const settled = await paid(order.id, payment);
      return state === 'paid' ? settled : fulfilled(order.id);
    },
  };
  return given;
}

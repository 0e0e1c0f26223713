import { expect } from 'vitest';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Answer, Body, OpenEngine } from '../catalog/given-store.ts';
import { type PlatformOptions, sellingConfig } from '../purchase/given-platform.ts';
import { type GivenPurchase, givenPurchase } from '../purchase/given-purchase.ts';

/** An order that somebody has bought. */
export interface Bought {
  readonly id: string;
  /** Of its cart: with it the shopper reaches the order. */
  readonly token: string;
  readonly lineId: string;
  readonly variantId: string;
  readonly paymentId: string | undefined;
}

export interface Wanted {
  readonly quantity?: number;
  readonly price?: number;
  readonly onHand?: number;
  readonly pays?: 'card' | 'bank-transfer' | 'nothing';
  readonly cart?: object;
  /** A card as the provider's tests name it. */
  readonly card?: string;
  /** Of a promotion. */
  readonly code?: string;
  /** False leaves it as it is at the very moment of the purchase: a card's money is not taken yet. */
  readonly isSettled?: boolean;
}

/** A shop with what its staff do with orders. */
export interface GivenOrders extends GivenPurchase {
  /** Units of a new variant, bought through the checkout; a card's money is taken. */
  buy(wanted?: Wanted): Promise<Bought>;
  /** The same goods once more, as an order that came from elsewhere: nothing is paid or reserved. */
  copy(bought: Bought, changes?: object, changesOfLine?: object): Promise<Bought>;
  order(bought: Pick<Bought, 'id'>): Promise<Body>;
  /** `toOrder(bought, 'cancel', { … })` */
  toOrder(bought: Pick<Bought, 'id'>, verb: string, input?: object): Promise<Answer>;
  toFulfilment(id: string, verb: string, input?: object): Promise<Answer>;
  toReturn(id: string, verb: string, input?: object): Promise<Answer>;
  /** A parcel of so many units, as far as it is named. */
  parcel(bought: Bought, quantity: number, verbs?: readonly string[]): Promise<Body>;
  /** A return of so many units, as far as it is named. */
  sendBack(bought: Bought, quantity: number, verbs?: readonly string[], as?: string): Promise<Body>;
  payment(bought: Pick<Bought, 'paymentId'>): Promise<Body>;
  edit(
    bought: Pick<Bought, 'id'>,
    input: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** What the order still costs, with a card, by the shopper. */
  payBalance(bought: Bought, paymentToken?: string): Promise<Answer>;
}

/** The shop of the fixtures, which looks at orders of 500.00 or more, and refuses those of 500,000.00 or more. */
const reviewingConfig = {
  ...sellingConfig,
  storefront: { url: 'https://shop.test', orderPath: '/my-orders/{orderId}#token={token}' },
  payments: {
    ...sellingConfig.payments,
    manual: {
      methods: [
        {
          key: 'bank-transfer',
          name: 'Bank transfer',
          instructions: 'Shop Ltd\nIBAN DE02 1203 0000 0000 2020 51',
        },
      ],
      ...{ channels: [], currencies: [] },
    },
  },
  fraud: {
    rules: [
      { kind: 'amount' as const, name: 'amount', points: 60, from: { EUR: 50_000 } },
      { kind: 'amount' as const, name: 'amount-absurd', points: 40, from: { EUR: 50_000_000 } },
    ],
    thresholds: { review: 50, block: 80 },
  },
};

const placed = [
  ...['channel', 'currency', 'locale', 'country', 'customerId', 'email', 'discounts', 'shippingAddress'],
  ...['billingAddress', 'shippingMethod', 'totals'],
];
const unitsOfLines = [
  ...['plannedQuantity', 'fulfilledQuantity', 'cancelledQuantity', 'returningQuantity', 'returnedQuantity'],
  ...['refundedQuantity', 'refundedAmount'],
];

export async function givenOrders(
  openEngine: OpenEngine,
  {
    config = {},
    ...options
  }: Pick<PlatformOptions, 'isQuiet'> & { readonly config?: Partial<StoreConfig> } = {},
): Promise<GivenOrders> {
  const shop = await givenPurchase(openEngine, { config: { ...reviewingConfig, ...config }, ...options });
  const { request } = shop;
  const done = ({ status, body }: Answer): Body => {
    expect({ status, body }).toMatchObject({ status: expect.toSatisfy((code) => code < 300) });
    return body;
  };
  const toFulfilment: GivenOrders['toFulfilment'] = (id, verb, input = {}) =>
    request(`POST /v1/fulfilments/${id}/${verb}`, input);
  const toReturn: GivenOrders['toReturn'] = (id, verb, input = {}) =>
    request(`POST /v1/returns/${id}/${verb}`, input);
  const toOrder: GivenOrders['toOrder'] = ({ id }, verb, input = {}) =>
    request(`POST /v1/orders/${id}/${verb}`, input);

  return {
    ...{ ...shop, toFulfilment, toReturn, toOrder },
    async buy({
      quantity = 3,
      price = 1000,
      onHand = 100,
      pays = 'card',
      cart: settings = {},
      code,
      card,
      isSettled = true,
    } = {}) {
      const variantId = await shop.variant(onHand, price);
      const cart = await shop.readyCart(variantId, { lines: [{ variantId, quantity }], ...settings });
      if (code !== undefined) done(await shop.at(cart, 'POST codes', { code }));
      if (pays === 'card') done(await shop.payByCard(cart, card));
      if (pays === 'bank-transfer') {
        done(await shop.at(cart, 'POST payments', { provider: 'manual', method: 'bank-transfer' }));
      }
      if (pays === 'nothing') done(await shop.at(cart, 'PUT shipping-method', { method: 'pickup' }));
      const { order, payment } = done(await shop.at(cart, 'POST complete'));
      if (isSettled) await shop.drain();
      const [{ id: lineId }] = order.lines;
      return { id: order.id, token: cart.token, lineId, variantId, paymentId: payment?.id };
    },
    async copy(bought, changes = {}, changesOfLine = {}) {
      const { lines, ...order } = done(await request(`GET /v1/orders/${bought.id}`));
      const facts = Object.fromEntries(placed.map((name) => [name, order[name]]));
      const sold = lines.map((line: Body) =>
        Object.fromEntries(Object.entries(line).filter(([name]) => !unitsOfLines.includes(name))),
      );
      const copied = sold.map((line: Body) => ({ ...line, ...changesOfLine }));
      const made = done(await request('POST /v1/orders', { ...facts, lines: copied, ...changes }));
      return { ...bought, id: made.id, lineId: made.lines[0].id, paymentId: undefined };
    },
    order: async ({ id }) => done(await request(`GET /v1/orders/${id}`)),
    edit: ({ id }, input, headers) => request(`POST /v1/orders/${id}/edits`, input, headers),
    payBalance: ({ id, token: orderToken }, paymentToken = 'pm_card_visa') =>
      shop.shopper(`POST /v1/orders/${id}/payments`, {
        ...{ orderToken, provider: 'stripe', paymentToken },
        returnUrl: 'https://shop.example/return',
      }),
    payment: async ({ paymentId }) => done(await request(`GET /v1/payments/${paymentId}`)),
    async parcel(bought, quantity, verbs = []) {
      let parcel = done(
        await toOrder(bought, 'fulfilments', { lines: [{ lineId: bought.lineId, quantity }] }),
      );
      for (const verb of verbs) parcel = done(await toFulfilment(parcel.id, verb));
      return parcel;
    },
    async sendBack({ id, lineId }, quantity, verbs = [], disposition = 'restock') {
      const lines = [{ lineId, quantity, reason: 'unwanted' }];
      let back = done(await toOrder({ id }, 'returns', { lines }));
      const inputs: Record<string, object> = {
        decline: { reason: 'Too late.' },
        inspect: { lines: [{ lineId, quantity, disposition }] },
      };
      for (const verb of verbs) back = done(await toReturn(back.id, verb, inputs[verb]));
      return back;
    },
  };
}

/** What is done with a parcel until it is gone, and with a return until the money is back. */
export const shipped = ['pack', 'ship'] as const;
export const givenBack = ['approve', 'ship-back', 'receive', 'inspect', 'complete'] as const;

/** The input that gives a line so many units. */
export const setTo = ({ lineId }: Bought, quantity: number) => ({ lines: [{ lineId, quantity }] });

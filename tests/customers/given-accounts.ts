import { expect } from 'vitest';
import type { Answer, Body, OpenEngine } from '../catalog/given-store.ts';
import type { GivenCart } from '../checkout/given-checkout.ts';
import { sellingConfig } from '../purchase/given-platform.ts';
import { type GivenPurchase, givenPurchase } from '../purchase/given-purchase.ts';

export const storefront = { url: 'https://shop.test/en', orderPath: '/orders/{orderId}#token={token}' };
export const returnUrl = 'http://localhost:5173/sign-in/return';

/** Somebody who signed in: the answer, and how they ask from then on. */
export interface GivenCustomer {
  readonly body: Body;
  ask(route: string, input?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A shop with accounts, whose mails stay in the inbox. */
export interface GivenAccounts extends GivenPurchase {
  requestLink(email: string, settings?: object): Promise<Answer>;
  /** The text of the latest mail to an address. */
  latestMailTo(email: string): Promise<Body>;
  /** The token in the link of the latest mail to an address. */
  tokenFor(email: string): Promise<string>;
  /** With the link of a mail, from beginning to end. */
  signIn(email: string, input?: object): Promise<GivenCustomer>;
  /** Asks as whoever has an access token. */
  as(accessToken: string): GivenCustomer['ask'];
  /** Buys what waits in a cart, and answers the order. */
  buy(cart: GivenCart, ask?: GivenCustomer['ask']): Promise<Body>;
}

export async function givenAccounts(openEngine: OpenEngine): Promise<GivenAccounts> {
  const shop = await givenPurchase(openEngine, {
    config: { ...sellingConfig, customerGroups: ['vip', 'staff'], storefront },
  });

  const requestLink: GivenAccounts['requestLink'] = (email, settings = {}) =>
    shop.shopper('POST /v1/sign-ins', { email, returnUrl, ...settings });

  async function latestMailTo(email: string): Promise<Body> {
    const { body } = await shop.request('GET /v1/mail/messages?pageSize=100');
    const [latest] = body.data.filter(({ to }: Body) => to === email);
    expect(latest).toBeDefined();
    return (await shop.request(`GET /v1/mail/messages/${latest.id}`)).body;
  }

  async function tokenFor(email: string): Promise<string> {
    const { text } = await latestMailTo(email);
    const [, token = ''] = /#sign_in_token=(\S+)/.exec(text) ?? [];
    return token;
  }

  const as: GivenAccounts['as'] = (accessToken) => (route, input, headers) =>
    shop.shopper(route, input, { 'customer-token': accessToken, ...headers });

  return {
    ...shop,
    requestLink,
    latestMailTo,
    tokenFor,
    as,
    async signIn(email, input = {}) {
      expect(await requestLink(email)).toMatchObject({ status: 202 });
      const answer = await shop.shopper('POST /v1/sign-ins/complete', {
        token: await tokenFor(email),
        ...input,
      });
      expect(answer).toMatchObject({ status: 200 });
      return { body: answer.body, ask: as(answer.body.accessToken) };
    },
    async buy(cart, ask = shop.shopper) {
      const key = { cartToken: cart.token };
      const at = `/v1/carts/${cart.id}`;
      const payment = { ...key, provider: 'manual', method: 'bank-transfer' };
      expect(await ask(`POST ${at}/payments`, payment)).toMatchObject({ status: 201 });
      const answer = await ask(`POST ${at}/complete`, key);
      expect(answer).toMatchObject({ status: 200 });
      await shop.drain();
      return answer.body.order;
    },
  };
}

import type { Ask, Body } from './ask.ts';

const returnUrl = 'https://shop.example/return';

/** The ways to pay that somebody who is no person can go, the shortest first. */
const ways = ['stripe', 'manual', 'paypal'];

/** Begins to pay a cart by one of the ways that the store offers for it, and does what a shopper does then. */
export async function payCart(ask: Ask, cart: Body, cartToken: string): Promise<void> {
  const { country } = cart.shippingAddress ?? {};
  const place = new URLSearchParams({ channel: cart.channel, currency: cart.currency });
  if (country) place.set('country', country);
  const { methods } = await ask(`GET /v1/payment-methods?${place}`);
  const offered: Body[] = methods;
  const [provider] = ways.filter((way) => offered.some((each) => each.provider === way));
  const chosen = offered.find((each) => each.provider === provider);
  if (!chosen)
    throw new Error('The store offers no way to pay this cart: `payments` in its config has them.');
  const { payment } = await ask(`POST /v1/carts/${cart.id}/payments`, {
    ...{ cartToken, provider, returnUrl, cancelUrl: returnUrl },
    ...(chosen.method === null ? {} : { method: chosen.method }),
    ...(provider === 'stripe' ? { paymentToken: 'pm_card_visa' } : {}),
  });
  if (payment.redirectUrl === null) return;
  const body = new URLSearchParams({ decision: 'approve' });
  const approved = await fetch(payment.redirectUrl, { method: 'POST', redirect: 'manual', body });
  if (!approved.headers.has('location')) {
    throw new Error(`The page of ${provider} did not take the approval: it answered ${approved.status}.`);
  }
}

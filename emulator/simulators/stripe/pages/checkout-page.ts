import { type Html, html } from '../../html.ts';
import type { CheckoutSession, LineItem } from '../checkout/checkout-session.ts';
import { moneyText } from './money-text.ts';

/** What was typed before and may be shown again; never the card. */
export interface Typed {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** Shown for people who try the page out. */
const suggestions = [
  ['4242 4242 4242 4242', 'pays'],
  ['4000 0000 0000 3220', 'asks for 3-D Secure'],
  ['4000 0000 0000 9995', 'is declined: insufficient funds'],
] as const;

function order(items: readonly LineItem[], session: CheckoutSession): Html {
  const currency = session.currency ?? 'usd';
  if (session.mode === 'setup') return html`<p>Save your card for later. Nothing is charged now.</p>`;
  const rows = items.map(
    ({ description, quantity, amount_total }) =>
      html`<tr><th scope="row">${description}${quantity > 1 && ` × ${quantity}`}</th><td>${moneyText(amount_total, currency)}</td></tr>`,
  );
  return html`<table><caption class="dim">Your order</caption><tbody>${rows}</tbody>
<tfoot><tr><th scope="row">Total</th><td>${moneyText(session.amount_total ?? 0, currency)}</td></tr></tfoot></table>`;
}

function field(name: string, label: string, attributes: Html, value = ''): Html {
  return html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}" ${attributes}></div>`;
}

function shippingFields({ shipping_address_collection: collection }: CheckoutSession): Html | null {
  if (!collection) return null;
  const countries = collection.allowed_countries;
  return html`<h2>Shipping address</h2>
${field('shipping_name', 'Recipient', html`required autocomplete="shipping name"`)}
${field('line1', 'Street', html`required autocomplete="shipping address-line1"`)}
<div class="pair">${field('postal_code', 'Postal code', html`required autocomplete="shipping postal-code"`)}
${field('city', 'City', html`required autocomplete="shipping address-level2"`)}</div>
${field('country', `Country (${countries.join(', ')})`, html`required maxlength="2" autocomplete="shipping country"`, countries[0])}`;
}

/** The hosted payment page. Browsers are told not to fill in cards: those they know are real. */
export function checkoutPage(
  session: CheckoutSession,
  items: readonly LineItem[],
  action: string,
  typed: Typed,
  problem: string | undefined,
): Html {
  const pay = session.mode === 'payment' ? 'Pay' : 'Save card';
  const email = typed.email ?? session.customer_email ?? '';
  return html`${order(items, session)}
${problem !== undefined && html`<p class="wrong" role="alert">${problem}</p>`}
<form method="post" action="${action}" aria-label="Pay with a wallet">
<div class="pair"><button name="wallet" value="apple_pay">Simulated Apple Pay</button>
<button name="wallet" value="google_pay">Simulated Google Pay</button></div>
</form>
<form method="post" action="${action}" aria-label="Pay with a card">
<h2>Contact</h2>
${field('email', 'Email', html`type="email" required autocomplete="email"`, email)}
${session.phone_number_collection.enabled && field('phone', 'Phone', html`type="tel" required autocomplete="tel"`)}
${shippingFields(session)}
<h2>Card</h2>
${field('number', 'Card number', html`required inputmode="numeric" autocomplete="off" maxlength="23"`)}
<div class="pair">${field('expiry', 'Expires (MM/YY)', html`required inputmode="numeric" autocomplete="off" placeholder="12/34" maxlength="7"`)}
${field('cvc', 'Security code', html`required inputmode="numeric" autocomplete="off" maxlength="4"`)}</div>
${field('name', 'Name on card', html`required autocomplete="name"`, typed.name)}
<button class="main">${pay}</button>
</form>
${session.cancel_url !== null && html`<p><a href="${session.cancel_url}">Cancel and go back</a></p>`}
<details><summary>Cards to try</summary><ul>${suggestions.map(([number, what]) => html`<li><code>${number}</code> ${what}</li>`)}</ul>
<p class="dim">Any future date and any code. All test cards of Stripe's documentation work.</p></details>`;
}

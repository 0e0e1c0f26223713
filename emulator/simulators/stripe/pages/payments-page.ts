import { type Html, html } from '../../html.ts';
import type { Charge } from '../charges/charge.ts';
import type { IntentStatus, PaymentIntent } from '../payment-intents/payment-intent.ts';
import { moneyText } from './money-text.ts';

export interface Payment {
  readonly intent: PaymentIntent;
  /** The latest try to take the money. */
  readonly charge: Charge | undefined;
}

const words: Readonly<Record<IntentStatus, string>> = {
  requires_payment_method: 'waits for a way to pay',
  requires_confirmation: 'waits to be confirmed',
  requires_action: 'waits for the customer',
  requires_capture: 'authorized, not captured',
  canceled: 'cancelled',
  succeeded: 'paid',
};

function stateOf({ intent, charge }: Payment): Html {
  const { status, last_payment_error: error, next_action: action, currency } = intent;
  const refunded = charge?.amount_refunded ?? 0;
  return html`${words[status]}
${refunded > 0 && html`<br>refunded: ${moneyText(refunded, currency)}`}
${charge?.disputed && html`<br>disputed`}
${error?.message && status !== 'succeeded' && html`<br><span class="wrong">${error.message}</span>`}
${action?.redirect_to_url && html`<br><a href="${action.redirect_to_url.url}">The customer's page</a>`}`;
}

function row(payment: Payment): Html {
  const { id, amount, currency, created, description, metadata } = payment.intent;
  const about = description ?? Object.values(metadata)[0] ?? '';
  const at = new Date(created * 1000).toISOString();
  return html`<tr><th scope="row">${id}<br><span class="dim">${about}</span></th>
<td>${moneyText(amount, currency)}</td>
<td><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></td>
<td>${stateOf(payment)}</td></tr>`;
}

/** What was paid, the latest first. */
export function paymentsPage(payments: readonly Payment[]): Html {
  if (payments.length === 0)
    return html`<p>Nothing was paid yet. Buy something in the shop with the card 4242 4242 4242 4242.</p>`;
  return html`<table><thead><tr><th scope="col">Payment</th><th scope="col">Amount</th><th scope="col">Begun (UTC)</th><th scope="col">State</th></tr></thead>
<tbody>${payments.map(row)}</tbody></table>`;
}

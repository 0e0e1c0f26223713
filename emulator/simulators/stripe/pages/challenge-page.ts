import { type Html, html } from '../../html.ts';
import type { PaymentIntent } from '../payment-intents/payment-intent.ts';
import type { SetupIntent } from '../setup-intents/setup-intent.ts';
import { moneyText } from './money-text.ts';

/** The bank's page of 3-D Secure: the customer says who they are, fails to, or walks away. */
export function challengePage(intent: PaymentIntent | SetupIntent, action: string): Html {
  const purpose =
    intent.object === 'payment_intent'
      ? html`a payment of <strong>${moneyText(intent.amount, intent.currency)}</strong>`
      : html`saving your card for later`;
  return html`<p>Your bank asks you to confirm ${purpose}.</p>
<form method="post" action="${action}">
<input type="hidden" name="client_secret" value="${intent.client_secret}">
<button class="main" name="answer" value="complete">Complete authentication</button>
<button name="answer" value="fail">Fail authentication</button>
<button name="answer" value="abandon">Leave without answering</button>
</form>
<p class="dim">To leave is what a customer does who closes the window: the intent goes on waiting.</p>`;
}

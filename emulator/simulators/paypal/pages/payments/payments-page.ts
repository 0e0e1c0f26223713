import { type Html, html } from '../../../html.ts';
import { moneyOf } from '../../money/money.ts';
import type { Order, OrderStatus } from '../../orders/order.ts';
import type { Authorization, Capture } from '../../payments/payment.ts';
import { formatMoney, totalsOf } from '../format-money.ts';
import { page } from '../page.ts';

export interface PaidOrder {
  readonly order: Order;
  /** Where its buyer approves it. */
  readonly approvalPath: string;
  readonly authorizations: readonly Authorization[];
  readonly captures: readonly Capture[];
}

const words: Readonly<Record<OrderStatus, string>> = {
  CREATED: 'waits for the buyer',
  PAYER_ACTION_REQUIRED: 'waits for the buyer',
  APPROVED: 'approved, not paid yet',
  COMPLETED: 'completed',
};

const lowered = (status: string) => status.toLowerCase().replaceAll('_', ' ');

function authorizationLine({ id, amount, status }: Authorization): Html {
  return html`<br><span class="muted">authorization ${id}: ${formatMoney(amount)}, ${lowered(status)}</span>`;
}

function captureLine({ id, amount, status, refunded }: Capture): Html {
  const back = refunded > 0 && `, refunded ${formatMoney(moneyOf(amount.currency_code, refunded))}`;
  return html`<br><span class="muted">capture ${id}: ${formatMoney(amount)}, ${lowered(status)}${back}</span>`;
}

function row({ order, approvalPath, authorizations, captures }: PaidOrder): Html {
  const { id, status, purchaseUnits, payer, createdAt } = order;
  const isWaiting = status === 'CREATED' || status === 'PAYER_ACTION_REQUIRED';
  return html`<tr><th scope="row">${id}<br><span class="muted">${payer?.email}</span></th>
<td>${totalsOf(purchaseUnits).map((total) => html`${formatMoney(total)}<br>`)}</td>
<td><time datetime="${createdAt}">${createdAt.slice(0, 16).replace('T', ' ')}</time></td>
<td>${words[status]}${isWaiting && html`<br><a href="${approvalPath}">The buyer's page</a>`}
${authorizations.map(authorizationLine)}${captures.map(captureLine)}</td></tr>`;
}

/** What was to be paid and what became of it, the latest first. */
export function paymentsPage(orders: readonly PaidOrder[]): string {
  const table = html`<table><thead><tr><th scope="col">Order</th><th scope="col">Amount</th><th scope="col">Begun (UTC)</th><th scope="col">State</th></tr></thead>
<tbody>${orders.map(row)}</tbody></table>`;
  const nothing = html`<p>Nothing was paid yet. Buy something in the shop, and choose PayPal.</p>`;
  return page('Payments', html`<h1>Payments</h1>${orders.length > 0 ? table : nothing}`, 'wide');
}

import { type Html, html } from '../../../html.ts';
import type { Money } from '../../money/money.ts';
import type { Order, PurchaseUnit } from '../../orders/order.ts';
import { formatMoney, totalsOf } from '../format-money.ts';
import { page } from '../page.ts';

function itemTable(unit: PurchaseUnit): Html {
  const { items = [], description, amount } = unit;
  const { breakdown = {} } = amount;
  const extras: readonly (readonly [string, Money | undefined])[] = [
    ['Shipping', breakdown.shipping],
    ['Handling', breakdown.handling],
    ['Tax', breakdown.tax_total],
    ['Insurance', breakdown.insurance],
    ['Shipping discount', breakdown.shipping_discount],
    ['Discount', breakdown.discount],
  ];
  const rows = [
    ...items.map(
      (item) =>
        html`<tr><th scope="row">${item.name} <span class="muted">× ${item.quantity}</span></th><td>${formatMoney(item.unit_amount)}</td></tr>`,
    ),
    ...extras.map(([name, money]) =>
      money ? html`<tr><th scope="row">${name}</th><td>${formatMoney(money)}</td></tr>` : html``,
    ),
    html`<tr><th scope="row">Total</th><td>${formatMoney(amount)}</td></tr>`,
  ];
  return html`<table><caption>${description ?? 'Your order'}</caption><tbody>${rows}</tbody></table>`;
}

export interface Buyer {
  readonly email: string;
}

const declinedNotice = html`<p class="notice" role="alert">This way to pay was declined. Choose another.</p>`;

function fundingChoice(order: Order, value: string, label: string): Html {
  const chosen = order.isFundingDeclined ? 'declined' : order.isDisputed ? 'disputed' : 'balance';
  const checked = value === chosen ? html` checked` : html``;
  return html`<label class="choice"><input type="radio" name="funding" value="${value}"${checked}> ${label}</label>`;
}

/** The page on which a buyer approves an order or turns back. */
export function approvalPage(order: Order, address: string, buyer: Buyer, isDeclined: boolean): string {
  const { brand_name: brand = 'Test store', user_action: action } = order.experience;
  const approve = action === 'PAY_NOW' ? 'Pay now' : 'Agree and continue';
  const total = totalsOf(order.purchaseUnits).map(formatMoney).join(' + ');
  return page(
    `Pay ${brand}: PayPal simulation`,
    html`<h1>Pay ${brand}</h1>
<p class="total">${total}</p>
${order.purchaseUnits.map(itemTable)}
${isDeclined ? declinedNotice : undefined}
<form method="post" action="${address}">
<label class="label" for="email">Buyer’s email</label>
<input id="email" name="email" type="email" required autocomplete="off" value="${buyer.email}">
<fieldset><legend>Pay with</legend>
${fundingChoice(order, 'balance', 'PayPal balance')}
${fundingChoice(order, 'declined', 'A card that will be declined')}
${fundingChoice(order, 'disputed', 'PayPal balance, and dispute the payment: nothing came')}
</fieldset>
<button class="primary" name="decision" value="approve">${approve}</button>
<button class="secondary" name="decision" value="cancel" formnovalidate>Cancel and return to ${brand}</button>
</form>`,
  );
}

/** What is shown where there is nothing to decide, or nowhere to go back to. */
export function messagePage(title: string, text: string, back?: string): string {
  const link =
    back === undefined ? undefined : html`<a class="back primary" href="${back}">Return to the store</a>`;
  return page(`${title}: PayPal simulation`, html`<h1>${title}</h1><p>${text}</p>${link}`);
}

import { type Html, html, trusted } from '../../html.ts';
import { type Money, minorUnits, moneyOf } from '../money/money.ts';
import type { Order, PurchaseUnit } from '../orders/order.ts';
import { style } from './style.ts';

/** With the digits that it is written with on the wire. */
export function formatMoney({ currency_code: currency, value }: Money): string {
  const digits = value.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat('en', {
    ...{ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(Number(value));
}

/** Of all purchase units; they share a currency wherever a buyer is asked for one sum. */
export function totalsOf(units: readonly PurchaseUnit[]): Money[] {
  const totals = new Map<string, number>();
  for (const { amount } of units) {
    const { currency_code: currency } = amount;
    totals.set(currency, (totals.get(currency) ?? 0) + minorUnits(amount, '/amount'));
  }
  return [...totals].map(([currency, minor]) => moneyOf(currency, minor));
}

/** A page of the simulator: plain, without scripts, and marked as what it is. */
export function page(title: string, content: Html, width: 'narrow' | 'wide' = 'narrow'): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<p class="simulation" role="note"><strong>Simulation.</strong> This is not PayPal. No money moves.</p>
<main class="${width}"><div class="card">${content}</div></main>
</body>
</html>
`.markup;
}

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

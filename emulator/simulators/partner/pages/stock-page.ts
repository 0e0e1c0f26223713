import { type Html, html } from '../../html.ts';
import { pathOf, type SimulatorContext } from '../../simulator.ts';
import type { PartnerItem } from '../documents.ts';
import type { Offered } from './order-pages.ts';

function countForm(context: SimulatorContext, { id, onHand }: PartnerItem): Html {
  return html`<form method="post" action="${pathOf(context, '/stock')}" class="actions"><input type="hidden" name="sku" value="${id}">
<input type="number" name="onHand" min="0" value="${onHand}" aria-label="Units of ${id}"><button name="action" value="count">Count ${id}</button></form>`;
}

function itemForm(context: SimulatorContext, { id, barcode, grams }: PartnerItem): Html {
  return html`<form method="post" action="${pathOf(context, '/stock')}" class="actions"><input type="hidden" name="sku" value="${id}">
<input name="barcode" value="${barcode}" size="14" placeholder="Barcode" aria-label="Barcode of ${id}"><input type="number" name="grams" min="0" value="${grams}" placeholder="Grams" aria-label="Grams of ${id}"><button name="action" value="item">Change ${id}</button></form>`;
}

export function stockPage(context: SimulatorContext, items: readonly PartnerItem[], offered: Offered): Html {
  const rows = items.map(
    (
      item,
    ) => html`<tr><th scope="row">${item.id}<br><span class="dim">${item.title}</span></th><td class="number">${item.onHand}</td>
<td>${countForm(context, item)}</td>${offered.items && html`<td>${itemForm(context, item)}</td>`}</tr>`,
  );
  return html`<p class="dim">A count tells the shop. What the shop makes of it, its callbacks say; whether both have the same, each night's comparison.</p>
<form method="post" action="${pathOf(context, '/stock')}" class="actions">
<div><label for="sku">SKU</label><input id="sku" name="sku" required></div><div><label for="onHand">Units on hand</label><input id="onHand" type="number" name="onHand" min="0" required></div>
<button class="main" name="action" value="count">Count</button></form>
${rows.length > 0 ? html`<div class="wide"><table><thead><tr><th scope="col">Item</th><th scope="col" class="number">On hand</th><th scope="col">Count</th>${offered.items && html`<th scope="col">Item facts</th>`}</tr></thead><tbody>${rows}</tbody></table></div>` : html`<p>Nothing is in stock: a SKU that comes with an order gets 100 units.</p>`}`;
}

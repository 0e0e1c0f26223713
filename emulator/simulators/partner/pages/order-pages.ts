import { type Html, html } from '../../html.ts';
import { pathOf, type SimulatorContext } from '../../simulator.ts';
import { openOf } from '../actions/order-actions.ts';
import type { PartnerOrder, PartnerShipment } from '../documents.ts';

/** What a page offers to do, beside looking. */
export interface Offered {
  readonly ships: boolean;
  readonly invoices: boolean;
  readonly items: boolean;
}

const words: Readonly<Record<PartnerOrder['state'], string>> = {
  open: 'open',
  in_parts: 'sent in part',
  shipped: 'done',
  refused: 'refused',
  cancelled: 'cancelled',
};

export function ordersPage(context: SimulatorContext, orders: readonly PartnerOrder[]): Html {
  if (orders.length === 0) {
    return html`<p>No order has come yet. Place one in the shop: it is sent here as soon as it is confirmed.</p>`;
  }
  const rows = orders.map((order) => {
    const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return html`<tr><th scope="row"><a href="${pathOf(context, `/orders/${order.id}`)}">${order.number}</a></th>
<td><span class="state">${words[order.state]}</span></td><td>${order.recipient}</td><td class="number">${units}</td><td>${order.createdAt.slice(0, 16).replace('T', ' ')}</td></tr>`;
  });
  return html`<div class="wide"><table><thead><tr><th scope="col">Order</th><th scope="col">State</th><th scope="col">To</th><th scope="col" class="number">Units</th><th scope="col">Received (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function shipmentRow(context: SimulatorContext, order: PartnerOrder, shipment: PartnerShipment): Html {
  const action = pathOf(context, `/orders/${order.id}/shipments/${shipment.id}`);
  const lines = shipment.lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ');
  const buttons = html`<form method="post" action="${action}" class="actions">
<button name="action" value="deliver">Say that ${shipment.id} was delivered</button>
<button name="action" value="cancel">Take ${shipment.id} apart</button></form>`;
  return html`<tr><th scope="row">${shipment.id}<br><span class="dim">${shipment.trackingNumber}</span></th><td>${lines}</td>
<td><span class="state">${shipment.state}</span></td><td>${shipment.state === 'shipped' && buttons}</td></tr>`;
}

function shippingForm(context: SimulatorContext, order: PartnerOrder): Html {
  const rows = order.lines.map(
    (line, index) => html`<tr><th scope="row">${line.sku}<br><span class="dim">${line.title}</span></th>
<td class="number">${line.quantity}</td><td class="number">${line.shipped}</td><td class="number">${line.short}</td>
<td><label for="units-${index}" class="visually-hidden">Units of ${line.sku} to send</label><input id="units-${index}" type="number" name="units" min="0" max="${openOf(line)}" value="${openOf(line)}"><input type="hidden" name="sku" value="${line.sku}"></td></tr>`,
  );
  return html`<form method="post" action="${pathOf(context, `/orders/${order.id}`)}">
<div class="wide"><table><thead><tr><th scope="col">Item</th><th scope="col" class="number">Ordered</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Short</th><th scope="col">To send</th></tr></thead><tbody>${rows}</tbody></table></div>
<div class="actions"><button class="main" name="action" value="ship">Ship these units</button>
<button name="action" value="short-ship">Ship these, the rest will not come</button>
<button name="action" value="overtake">Ship these, and tell of the delivery first</button></div></form>`;
}

function refusalForm(context: SimulatorContext, order: PartnerOrder): Html {
  return html`<h2>Refuse</h2><form method="post" action="${pathOf(context, `/orders/${order.id}`)}" class="actions">
<div><label for="reason">Reason</label><input id="reason" name="reason" size="40" value="The address can not be delivered to."></div>
<button name="action" value="refuse">Refuse the order</button></form>`;
}

export function orderPage(context: SimulatorContext, order: PartnerOrder, offered: Offered): Html {
  const isOpen = order.state === 'open' || order.state === 'in_parts';
  const shipments = order.shipments.map((shipment) => shipmentRow(context, order, shipment));
  const lines = order.lines.map(
    (line) =>
      html`<tr><th scope="row">${line.sku}<br><span class="dim">${line.title}</span></th><td class="number">${line.quantity}</td><td class="number">${line.shipped}</td><td class="number">${line.short}</td></tr>`,
  );
  return html`<p><span class="state">${words[order.state]}</span> ${order.recipient} <span class="dim">${order.id}</span></p>
${
  isOpen && offered.ships
    ? shippingForm(context, order)
    : html`<div class="wide"><table><thead><tr><th scope="col">Item</th><th scope="col" class="number">Ordered</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Short</th></tr></thead><tbody>${lines}</tbody></table></div>`
}
${order.state === 'open' && offered.ships && refusalForm(context, order)}
${shipments.length > 0 && html`<h2>Shipments</h2><div class="wide"><table><thead><tr><th scope="col">Shipment</th><th scope="col">Units</th><th scope="col">State</th><th scope="col">Do</th></tr></thead><tbody>${shipments}</tbody></table></div>`}
${
  offered.invoices &&
  html`<h2>Invoices</h2>${order.invoices.length > 0 ? html`<p>${order.invoices.join(', ')}</p>` : html`<p class="dim">None was posted.</p>`}
<form method="post" action="${pathOf(context, `/orders/${order.id}`)}" class="actions"><button class="main" name="action" value="invoice">Post an invoice</button></form>`
}`;
}

import { type Html, html } from '../../html.ts';
import { pathOf, type SimulatorContext } from '../../simulator.ts';
import type { PartnerCallback, PartnerMessage } from '../documents.ts';

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // shown as it is
  }
}

export function receivedPage(messages: readonly PartnerMessage[]): Html {
  if (messages.length === 0) return html`<p>Nothing was received yet.</p>`;
  return html`${messages.map(
    ({
      at,
      http,
      status,
      headers,
      body,
      answer,
    }) => html`<details><summary><strong>${http}</strong> <span class="state">${status}</span> <span class="dim">${at}</span></summary>
<pre>${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}</pre><pre>${pretty(body)}</pre><p>Answered</p><pre>${pretty(answer)}</pre></details>`,
  )}`;
}

function sentEntry(context: SimulatorContext, callback: PartnerCallback): Html {
  const { id, type, state, messageId, body, attempts, isBadlySigned } = callback;
  const tries = attempts.map(
    ({ at, status, text }) =>
      html`<li>${at}: ${status ?? 'no answer'} <span class="dim">${text.slice(0, 300)}</span></li>`,
  );
  return html`<details><summary><strong>${type}</strong> <span class="state">${state}</span> <span class="dim">${messageId}${isBadlySigned && ', badly signed'}</span></summary>
<pre>${pretty(body)}</pre>${tries.length > 0 && html`<ul>${tries}</ul>`}
<form method="post" action="${pathOf(context, `/sent/${id}`)}" class="actions"><button name="action" value="again">Send ${messageId} again</button>
<button name="action" value="forge">Send ${messageId} badly signed</button></form></details>`;
}

export function sentPage(context: SimulatorContext, callbacks: readonly PartnerCallback[]): Html {
  if (callbacks.length === 0) return html`<p>Nothing was sent yet: ship an order, or count an item.</p>`;
  return html`${callbacks.map((callback) => sentEntry(context, callback))}`;
}

import type { Letter } from './letter.ts';
import type { LetterOrder, LetterRefund } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';
import { itemRow, orderButton, orderFacts } from './order-blocks.ts';

/** How much was given back, and for what. */
export function orderRefunded(order: LetterOrder, refund: LetterRefund, kit: LetterKit): Letter {
  const { orderRefunded: words, labels } = kit.wording;
  const amount = kit.money(refund.amount);
  const rows = refund.lines.flatMap(({ lineId, quantity, amount: part }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [itemRow(line, quantity, kit.money(part))] : [];
  });
  return {
    language: kit.language,
    subject: words.subject(order.number, kit.storeName),
    preheader: words.lead(amount),
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: words.lead(amount) },
      orderFacts(order, kit),
      ...orderButton(kit),
      ...(rows.length > 0 ? [{ kind: 'items', heading: labels.items, rows } as const] : []),
      { kind: 'sums', heading: labels.sums, rows: [{ label: labels.refunded, amount, isTotal: true }] },
    ],
  };
}

import type { Letter } from './letter.ts';
import type { LetterOrder } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';
import { orderButton, orderFacts, orderItems } from './order-blocks.ts';

/** That nothing comes, and that what was paid is given back. */
export function orderCancelled(order: LetterOrder, kit: LetterKit): Letter {
  const { orderCancelled: words } = kit.wording;
  const paragraphs = [words.lead, ...(order.paid.amount > 0 ? [words.refund] : [])];
  return {
    language: kit.language,
    subject: words.subject(order.number, kit.storeName),
    preheader: paragraphs.join(' '),
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      orderFacts(order, kit),
      ...orderButton(kit),
      orderItems(order, kit),
    ],
  };
}

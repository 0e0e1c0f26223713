import type { Letter } from './letter.ts';
import type { LetterOrder } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';
import { addressBlock, orderButton, orderFacts, orderItems, orderSums } from './order-blocks.ts';

/** What the order is now, and what is still to be paid of it. What was paid too much, the letter of the refund tells. */
export function orderEdited(order: LetterOrder, kit: LetterKit): Letter {
  const { orderEdited: words, labels } = kit.wording;
  const owed = order.balance.amount > 0 ? [words.owed(kit.money(order.balance), kit.orderUrl !== null)] : [];
  const paragraphs = [words.lead, ...owed];
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
      orderSums(order, kit),
      ...addressBlock(order.shippingAddress, labels.shippingAddress, kit),
      ...addressBlock(order.billingAddress, labels.billingAddress, kit),
    ],
  };
}

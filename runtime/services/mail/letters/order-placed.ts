import type { Letter } from './letter.ts';
import type { LetterOrder } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';
import { addressBlock, orderButton, orderFacts, orderItems, orderSums } from './order-blocks.ts';

/** What was bought, for how much, and how to pay where the money comes by itself. */
export function orderPlaced(order: LetterOrder, kit: LetterKit, instructions: string | null = null): Letter {
  const { orderPlaced: words, labels } = kit.wording;
  return {
    language: kit.language,
    subject: words.subject(order.number, kit.storeName),
    preheader: words.lead,
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: words.lead },
      orderFacts(order, kit),
      ...orderButton(kit),
      orderItems(order, kit),
      orderSums(order, kit),
      ...(instructions === null
        ? []
        : [{ kind: 'address', heading: words.instructions, lines: instructions.split('\n') } as const]),
      ...addressBlock(order.shippingAddress, labels.shippingAddress, kit),
      ...addressBlock(order.billingAddress, labels.billingAddress, kit),
    ],
  };
}

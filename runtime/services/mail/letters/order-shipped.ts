import type { Block, Letter } from './letter.ts';
import type { LetterOrder, LetterParcel } from './letter-facts.ts';
import type { LetterKit } from './letter-kit.ts';
import { addressBlock, itemRow, orderButton, orderFacts } from './order-blocks.ts';

function trackingBlocks({ tracking }: LetterParcel, { wording }: LetterKit): Block[] {
  const { labels } = wording;
  const { carrier, number, url } = tracking;
  const rows = [
    ...(carrier === null ? [] : [{ label: labels.carrier, value: carrier }]),
    ...(number === null ? [] : [{ label: labels.trackingNumber, value: number }]),
  ];
  return [
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ...(url === null ? [] : [{ kind: 'button', label: labels.track, url } as const]),
  ];
}

/** What is in a parcel, and where it is. */
export function orderShipped(order: LetterOrder, parcel: LetterParcel, kit: LetterKit): Letter {
  const { orderShipped: words, labels } = kit.wording;
  const rows = parcel.lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [itemRow(line, quantity)] : [];
  });
  const isWhole = order.lines.every((line) => {
    const sent = parcel.lines.filter(({ lineId }) => lineId === line.id);
    return sent.reduce((sum, { quantity }) => sum + quantity, 0) >= line.quantity;
  });
  const lead = words.lead(isWhole);
  return {
    language: kit.language,
    subject: words.subject(order.number, kit.storeName),
    preheader: lead,
    footer: kit.footer,
    blocks: [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: lead },
      ...trackingBlocks(parcel, kit),
      orderFacts(order, kit),
      ...orderButton(kit),
      { kind: 'items', heading: labels.items, rows },
      ...addressBlock(order.shippingAddress, labels.shippingAddress, kit),
    ],
  };
}

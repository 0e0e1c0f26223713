import type { Context } from '../../../context/context.ts';
import { orderEdits } from '../edits/stored-edit.ts';
import { orderRefunds } from '../refunds/stored-refund.ts';
import { returns } from '../returns/stored-return.ts';
import { requireWork } from './order-states.ts';
import { requireVersion } from './require-version.ts';
import { presentOrder, type StoredOrder } from './stored-order.ts';
import { happened, timeline } from './timeline.ts';
import { openOrder, writeOrder } from './write-order.ts';

type Address = StoredOrder['shippingAddress'];

/** Where it went, and nobody's. */
export function placeOf(address: Address): Address {
  if (address === null) return null;
  const nobody = { firstName: null, lastName: null, company: null, phone: null };
  const nowhere = { addressLine1: null, addressLine2: null, city: null, region: null, postalCode: null };
  return { ...nobody, ...nowhere, country: address.country };
}

interface PersonalLine {
  readonly customData: unknown;
  readonly giftMessage: string | null;
}

/** What a shopper has written is gone. */
function plainLines<Line extends PersonalLine>(lines: readonly Line[]) {
  return lines.map((line) => ({ ...line, customData: [], giftMessage: null }));
}

/** Texts of people in what belongs to the order. Entries of one order are few: they are read whole. */
async function emptyTexts(context: Context, orderId: string): Promise<void> {
  const { store } = context;
  const page = { where: { orderId }, pageSize: 10_000 };
  const entries = await store.query(timeline, { ...page, index: 'byOrder' });
  for (const { document } of entries.items) {
    const isNote = document.type === 'order.note_added';
    await store.update(timeline, document.id, (entry) => ({
      ...{
        ...entry,
        reason: null,
        changes: entry.changes.map(({ field }) => ({ field, before: null, after: null })),
      },
      message: isNote ? 'A note, taken out with the personal data.' : entry.message,
    }));
  }
  const refunds = await store.query(orderRefunds, { ...page, index: 'byOrder' });
  for (const { document } of refunds.items) {
    await store.update(orderRefunds, document.id, (refund) => ({ ...refund, reason: null }));
  }
  const edits = await store.query(orderEdits, { ...page, index: 'byOrder' });
  for (const { document } of edits.items) {
    await store.update(orderEdits, document.id, (edit) => {
      const plain = (content: typeof edit.before) => ({
        ...{ ...content, lines: plainLines(content.lines) },
        shippingAddress: placeOf(content.shippingAddress),
        billingAddress: placeOf(content.billingAddress),
      });
      return { ...edit, reason: null, before: plain(edit.before), after: plain(edit.after) };
    });
  }
  const back = { index: 'byGroup', where: { group: `order:${orderId}` }, pageSize: 10_000 };
  for (const { document } of (await store.query(returns, back)).items) {
    await store.update(returns, document.id, (found) => ({
      ...{ ...found, note: null, reason: null },
      lines: found.lines.map((line) => ({ ...line, note: null })),
    }));
  }
}

/** Takes personal data out of an order and all that belongs to it. Figures, goods and times stay. */
export async function anonymizeOrder(context: Context, orderId: string, reason: string | undefined) {
  const order = await openOrder(context, orderId, { lock: true });
  requireVersion(context, order);
  requireWork(order, 'orders.orders.anonymize');
  await emptyTexts(context, orderId);
  const written = await writeOrder(context, order, {
    ...{ email: null, note: null, customerId: null, cancelReason: null },
    ...{ shippingAddress: placeOf(order.shippingAddress), billingAddress: placeOf(order.billingAddress) },
    lines: plainLines(order.lines),
    anonymizedAt: context.clock.now().toISOString(),
    internal: { ...order.internal, tokenDigest: null },
  });
  const shown = presentOrder(written);
  await happened(context, orderId, 'order.anonymized', shown, {
    message: 'The personal data were taken out.',
    reason,
  });
  return shown;
}

import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { mailMessages } from './collections.ts';

/** Mails looked for at a time: an order has a handful. */
const pageSize = 100;

async function forgetMails(context: Context, { subject: orderId }: SequencedEvent): Promise<void> {
  const where = { orderId, state: '*' };
  for (;;) {
    const { items, hasMore } = await context.store.query(mailMessages, { index: 'byOrder', where, pageSize });
    for (const { document } of items) {
      await context.store.delete(mailMessages, document.id);
      await context.emit('mail.deleted', document.id, { id: document.id });
    }
    if (!hasMore) return;
  }
}

/** With the personal data of an order, the mails that repeat them go. */
export const forgetSubscription: Subscription = {
  name: 'mail.forget-mails',
  events: ['order.anonymized'],
  handle: forgetMails,
};

import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { mailMessages } from './collections.ts';

/** Mails looked for at a time: an order has a handful. */
const pageSize = 100;

async function forget(context: Context, id: string): Promise<void> {
  await context.store.delete(mailMessages, id);
  await context.emit('mail.deleted', id, { id });
}

async function forgetMails(context: Context, { subject: orderId }: SequencedEvent): Promise<void> {
  const where = { orderId, state: '*' };
  for (;;) {
    const { items, hasMore } = await context.store.query(mailMessages, { index: 'byOrder', where, pageSize });
    for (const { document } of items) {
      await forget(context, document.id);
    }
    if (!hasMore) return;
  }
}

const keptSeconds = 24 * 3600;

/** A link to sign in with is of no use after minutes; who had one is nobody's business after a day. */
export async function forgetSignInLinks(context: Context): Promise<void> {
  const before = new Date(context.clock.now().getTime() - keptSeconds * 1000).toISOString();
  const { items } = await context.store.query(mailMessages, {
    ...{ index: 'byAge', where: { kind: 'customer_sign_in' }, range: { before }, pageSize: 500 },
  });
  for (const { document } of items) await forget(context, document.id);
}

/** With the personal data of an order, the mails that repeat them go. */
export const forgetSubscription: Subscription = {
  name: 'mail.forget-mails',
  events: ['order.anonymized'],
  handle: forgetMails,
};

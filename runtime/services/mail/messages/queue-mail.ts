import type { Context } from '../../../context/context.ts';
import { type Letter, renderHtml, renderText } from '../letters/index.ts';
import { mailMessages, type StoredMail } from './collections.ts';
import { summaryOf } from './summary-of.ts';

export interface MailWish {
  readonly cause: string;
  readonly kind: StoredMail['kind'];
  readonly orderId: string | null;
  readonly to: string;
  readonly letter: Letter;
}

/** Writes a mail for sending, with its event. Nothing where the same cause has written one already. */
export async function queueMail(context: Context, wish: MailWish): Promise<void> {
  const { cause, kind, orderId, to, letter } = wish;
  if (await context.store.find(mailMessages, 'byCause', { cause })) return;
  const { subject, language, preheader } = letter;
  const mail = await context.store.insert(mailMessages, {
    ...{ id: context.ids.next('mail'), cause, kind, orderId, to, subject, language, preheader },
    ...{ html: renderHtml(letter), text: renderText(letter) },
    ...untried(context),
    resendOf: null,
  });
  await context.emit('mail.queued', mail.id, summaryOf(mail));
}

/** A copy of a mail, to be sent as a mail of its own. */
export async function queueAgain(context: Context, mail: StoredMail, to: string): Promise<StoredMail> {
  const { kind, orderId, subject, language, preheader, html, text } = mail;
  const id = context.ids.next('mail');
  const copy = await context.store.insert(mailMessages, {
    ...{ id, cause: id, kind, orderId, to, subject, language, preheader, html, text },
    ...untried(context),
    resendOf: mail.id,
  });
  await context.emit('mail.queued', id, summaryOf(copy));
  return copy;
}

function untried({ clock }: Context) {
  return {
    ...({ state: 'queued', attempts: 0, nextAttemptAt: clock.now().toISOString() } as const),
    ...{ from: null, lastError: null, sentAt: null, messageHeader: null, providerReference: null },
  };
}

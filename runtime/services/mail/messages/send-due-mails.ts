import type { StepsContext } from '../../../context/context.ts';
import { mailRoute, type OpenSmtp } from '../mail-transports.ts';
import { mailMessages } from './collections.ts';
import { sendMail } from './send-mail.ts';

/** Mails sent a run; the rest follow in the next one. */
const most = 50;

/** Sends what is due: retries, and what waited for a mail server. */
export async function sendDueMails(context: StepsContext, openSmtp: OpenSmtp): Promise<void> {
  const now = context.clock.now();
  const { items } = await context.store.query(mailMessages, {
    ...{ index: 'due', where: { all: 1 }, pageSize: most },
    range: { before: new Date(now.getTime() + 1).toISOString() },
  });
  if (items.length === 0) return;
  const route = await mailRoute(context, openSmtp);
  if (route.kind === 'none') {
    context.log.warn({ waiting: items.length }, `Mails stay queued. ${route.problem}`);
    return;
  }
  for (const { document } of items) await sendMail(context, document.id, route);
}

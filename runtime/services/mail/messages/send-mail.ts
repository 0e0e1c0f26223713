import type { Context, StepsContext } from '../../../context/context.ts';
import { MailRefused } from '../mail-transport.ts';
import type { MailRoute } from '../mail-transports.ts';
import { mailMessages, type StoredMail } from './collections.ts';
import { type MailMove, mailMove, mostAttempts, retryMinutes } from './mail-states.ts';
import { summaryOf } from './summary-of.ts';

/** Seconds after which an attempt that has not come back counts as broken off, and is made again. */
const leaseSeconds = 180;

function secondsFrom(time: Date, seconds: number): string {
  return new Date(time.getTime() + seconds * 1000).toISOString();
}

/** `<mail_01J…@example.com>`: the same for every attempt, so that receivers drop a mail that comes twice. */
function messageHeaderOf(id: string, from: string): string {
  const domain = /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? 'localhost';
  return `<${id}@${domain}>`;
}

/** Takes a mail for one attempt, for as long as the lease. Undefined where it is not due, or another has it. */
function claim(context: StepsContext, id: string, from: string): Promise<StoredMail | undefined> {
  return context.transaction(async ({ store, clock }) => {
    const now = clock.now();
    const mail = await store.get(mailMessages, id, { lock: true });
    if (mail?.nextAttemptAt == null || mail.nextAttemptAt > now.toISOString()) return undefined;
    return store.update(mailMessages, id, (before) => ({
      ...before,
      ...{ attempts: before.attempts + 1, nextAttemptAt: secondsFrom(now, leaseSeconds), from },
      messageHeader: before.messageHeader ?? messageHeaderOf(id, from),
    }));
  });
}

async function settle(
  context: Context,
  id: string,
  by: MailMove,
  change: Partial<StoredMail>,
): Promise<void> {
  const mail = await context.store.get(mailMessages, id, { lock: true });
  const move = mail && mailMove(mail, by);
  // Another process has sent it after this one's lease.
  if (!move) return;
  const moved = await context.store.update(mailMessages, id, (before) => ({
    ...before,
    ...change,
    state: move.to,
  }));
  if (move.event !== null) await context.emit(move.event, id, summaryOf(moved));
}

function afterFailure(mail: StoredMail, error: unknown, now: Date): [MailMove, Partial<StoredMail>] {
  const lastError = error instanceof Error ? error.message : String(error);
  if (error instanceof MailRefused || mail.attempts >= mostAttempts) {
    return ['give up', { lastError, nextAttemptAt: null }];
  }
  return ['put off', { lastError, nextAttemptAt: secondsFrom(now, retryMinutes(mail.attempts) * 60) }];
}

/** One attempt at sending a mail that is due; what comes of it is written down. */
export async function sendMail(context: StepsContext, id: string, route: MailRoute): Promise<void> {
  if (route.kind === 'none') return;
  const { transport, from } = route;
  const mail = await claim(context, id, from);
  if (!mail) return;
  const { to, subject, html, text, messageHeader } = mail;
  const replyTo = context.config.mail?.replyTo ?? null;
  let outcome: [MailMove, Partial<StoredMail>];
  try {
    const outgoing = {
      messageHeader: messageHeader ?? messageHeaderOf(id, from),
      from,
      replyTo,
      to,
      subject,
      html,
      text,
    };
    const providerReference = await transport.send(outgoing);
    const sentAt = context.clock.now().toISOString();
    outcome = ['take', { providerReference, sentAt, lastError: null, nextAttemptAt: null }];
  } catch (error) {
    outcome = afterFailure(mail, error, context.clock.now());
    const [move, { nextAttemptAt }] = outcome;
    const next = nextAttemptAt === null ? 'it was given up' : `tried again at ${nextAttemptAt}`;
    context.log.warn({ mail: id, attempt: mail.attempts, move, error }, `A mail could not be sent; ${next}.`);
  }
  const [move, change] = outcome;
  await context.transaction((step) => settle(step, id, move, change));
}

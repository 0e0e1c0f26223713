import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { type MailOperations, mailProblems } from '../../../contract/mail/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { customerSignIn, letterKit, renderHtml, renderText } from '../letters/index.ts';
import { mailRoute, type OpenSmtp } from '../mail-transports.ts';
import { mailMessages, type StoredMail } from './collections.ts';
import { previewLetter } from './preview-letter.ts';
import { queueAgain, queueMail } from './queue-mail.ts';
import { shownMail, summaryOf } from './summary-of.ts';

/** Mails counted at most, so that a count costs the same in any store. */
const countedAtMost = 1000;

async function requireMail(context: Context, id: string): Promise<StoredMail> {
  const mail = await context.store.get(mailMessages, id);
  if (!mail) throw problem(problems.notFound, { detail: `There is no mail ${id}.` });
  return mail;
}

function rangeOf(state: StoredMail['state'] | undefined, orderId: string | undefined) {
  const where = { state: state ?? '*' };
  const direction = 'descending' as const;
  if (orderId === undefined) return { index: 'byState', where, direction };
  return { index: 'byOrder', where: { orderId, ...where }, direction };
}

/** Handlers of mails, in the contract's order. */
export function messageHandlers(openSmtp: OpenSmtp): HandlersOf<MailOperations> {
  return {
    async 'mail.messages.list'(context, { state, orderId, ...page }) {
      const range = rangeOf(state, orderId);
      const found = await listPage(context, 'mail.messages.list', mailMessages, range, page);
      return { ...found, data: found.data.map(summaryOf) };
    },

    async 'mail.messages.get'(context, { messageId }) {
      return shownMail(await requireMail(context, messageId));
    },

    async 'mail.messages.resend'(context, { messageId, to }) {
      const mail = await requireMail(context, messageId);
      if (mail.kind === 'customer_sign_in') {
        const detail = `The mail ${messageId} holds a link that signs in whoever has it.`;
        throw problem(mailProblems.mailNotRepeatable, { detail });
      }
      return shownMail(await queueAgain(context, mail, to ?? mail.to));
    },

    async 'mail.messages.sendSignInLink'(context, { cause, to, url, minutes, locale }) {
      const kit = letterKit(context.config, locale ?? context.config.locales[0]?.code ?? 'en');
      const letter = customerSignIn(url, minutes, kit);
      await queueMail(context, { cause, kind: 'customer_sign_in', orderId: null, to, letter });
      return null;
    },

    async 'mail.messages.preview'(context, input) {
      const letter = await previewLetter(context, input);
      const { language, subject, preheader } = letter;
      return { language, subject, preheader, html: renderHtml(letter), text: renderText(letter) };
    },

    async 'mail.messages.checkDelivery'(context) {
      const route = await mailRoute(context, openSmtp);
      const count = (state: StoredMail['state']) =>
        context.store.count(mailMessages, { index: 'byState', where: { state } }, countedAtMost);
      return {
        transport: route.kind,
        problem: route.kind === 'none' ? route.problem : null,
        from: route.kind === 'none' ? (context.config.mail?.from ?? null) : route.from,
        queued: await count('queued'),
        failed: await count('failed'),
      };
    },
  };
}

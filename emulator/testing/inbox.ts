import { setTimeout as wait } from 'node:timers/promises';
import type { Ask, Body } from './ask.ts';
import { linksOf, tokenOf } from './links-of.ts';

/** A mail as the store wrote it. */
export interface ReceivedMail {
  readonly id: string;
  /** `order_placed`, `customer_sign_in`, … */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47 tag of its texts. */
  readonly language: string;
  /** What it is about; null for a link to sign in with. */
  readonly orderId: string | null;
  /** Where it leads to, in the order of the text. */
  readonly links: readonly string[];
  /** The first of them: the page of the order, or the link to sign in with. Undefined where there is none. */
  readonly link: string | undefined;
  /** What `link` lets its reader in with: `sign_in_token`, or the token of the order. Undefined where there is none. */
  readonly token: string | undefined;
}

/** Which mails: those that fit all of it. */
export interface MailFilter {
  /** The whole address; capitals make no difference. */
  readonly to?: string;
  /** A part of it, or a pattern. */
  readonly subject?: string | RegExp;
  readonly kind?: string;
  /** Those that were written later than this one. */
  readonly after?: ReceivedMail;
}

/** The mails that the store wrote to customers. */
export interface Inbox {
  /** Of the hundred newest, newest first. */
  list(filter?: MailFilter): Promise<readonly ReceivedMail[]>;
  /** The newest that fits: one that was written already, or the next. `milliseconds` are real time, 5000 unless given. */
  waitFor(filter?: MailFilter & { readonly milliseconds?: number }): Promise<ReceivedMail>;
}

/** What was waited for did not come; says what did. */
export class MailMissing extends Error {
  constructor({ to, subject, kind }: MailFilter, milliseconds: number, written: readonly Body[]) {
    const wanted = [kind, subject && `about ${subject}`, to && `to ${to}`].filter(Boolean).join(' ');
    const came = written.map((mail) => `"${mail.subject}" to ${mail.to} (${mail.kind})`).join(', ');
    super(
      `No mail${wanted === '' ? '' : ` ${wanted}`} was written within ${milliseconds} ms. ` +
        (came === '' ? 'None was written at all.' : `These were: ${came}.`),
    );
    this.name = 'MailMissing';
  }
}

const betweenMilliseconds = 40;

function fits(mail: Body, { to, subject, kind }: MailFilter): boolean {
  if (to !== undefined && mail.to.toLowerCase() !== to.toLowerCase()) return false;
  if (kind !== undefined && mail.kind !== kind) return false;
  if (subject === undefined) return true;
  return typeof subject === 'string' ? mail.subject.includes(subject) : mail.subject.search(subject) >= 0;
}

export function createInbox(ask: Ask): Inbox {
  /** Without what they say, newest first. */
  async function written({ after }: MailFilter): Promise<readonly Body[]> {
    const { data } = await ask('GET /v1/mail/messages?pageSize=100');
    const known = data.findIndex(({ id }: Body) => id === after?.id);
    return known < 0 ? data : data.slice(0, known);
  }

  async function read(id: string): Promise<ReceivedMail> {
    const mail = await ask(`GET /v1/mail/messages/${id}`);
    const { kind, to, subject, text, html, language, orderId } = mail;
    const links = linksOf(text);
    const [link] = links;
    return { id, kind, to, subject, text, html, language, orderId, links, link, token: tokenOf(link) };
  }

  return {
    async list(filter = {}) {
      const found = (await written(filter)).filter((mail) => fits(mail, filter));
      return Promise.all(found.map(({ id }) => read(id)));
    },
    async waitFor({ milliseconds = 5000, ...filter } = {}) {
      const until = performance.now() + milliseconds;
      for (;;) {
        const all = await written(filter);
        const found = all.find((mail) => fits(mail, filter));
        if (found) return read(found.id);
        if (performance.now() > until) throw new MailMissing(filter, milliseconds, all);
        await wait(betweenMilliseconds);
      }
    },
  };
}

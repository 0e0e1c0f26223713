import type { StepsContext } from '../../context/context.ts';
import { Problem } from '../../contract/problem.ts';
import { inboxTransport, inboxUrl } from './inbox-transport.ts';
import type { MailTransport } from './mail-transport.ts';

/** Makes a transport of a server's URL, which may hold a password. */
export type OpenSmtp = (url: string) => Promise<MailTransport>;

export type MailRoute =
  | { readonly kind: 'smtp' | 'inbox'; readonly transport: MailTransport; readonly from: string }
  /** Mails wait: `problem` says why, and what to do. */
  | { readonly kind: 'none'; readonly problem: string };

/** The sender where the config names none, which only the inbox takes. */
export function defaultSender(storeName: string): string {
  return `"${storeName.replace(/["\\\r\n]/g, '')}" <store@localhost>`;
}

/** How mails of this store go out now. */
export async function mailRoute(context: StepsContext, openSmtp: OpenSmtp): Promise<MailRoute> {
  const { mail, name } = context.config;
  try {
    const connection = await context.connectionTo('smtp');
    if (connection?.url === inboxUrl) {
      return { kind: 'inbox', transport: inboxTransport, from: mail?.from ?? defaultSender(name) };
    }
    const url = connection?.secrets.url;
    if (mail && url) return { kind: 'smtp', transport: await openSmtp(url), from: mail.from };
    const problem = mail
      ? 'The configuration has no mail server: set mail.smtp, as in `smtp: { url: env("SMTP_URL") }`, and push it.'
      : 'The configuration does not say who mails are from: set mail.from and mail.smtp, and push it.';
    return { kind: 'none', problem };
  } catch (error) {
    // The variable that holds the server's URL is not set: mails wait until it is.
    if (error instanceof Problem) return { kind: 'none', problem: error.message };
    throw error;
  }
}

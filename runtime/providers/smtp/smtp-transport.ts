import type { SendMailOptions, Transporter } from 'nodemailer';
import { MailRefused, type MailTransport, type OutgoingMail } from '../../services/mail/index.ts';

/** Milliseconds: a server that is this slow is tried again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The mail's own name beside its address, and no header that a text could add to. */
function optionsOf(mail: OutgoingMail): SendMailOptions {
  const { messageHeader, from, replyTo, to, subject, html, text } = mail;
  return {
    ...{ messageId: messageHeader, from, to: { name: '', address: to }, subject, html, text },
    ...(replyTo === null ? {} : { replyTo }),
    // Out-of-office programs answer people, not shops (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    // A text of ours never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface SmtpError extends Error {
  /** `EENVELOPE` where the sender or the recipient was refused, `EMESSAGE` where the text was. */
  readonly code?: string;
  readonly responseCode?: number;
}

/** 5xx is for good (RFC 5321, 4.2.1), but only what the server says of this mail, not of us (a wrong password). */
function isRefusal({ code, responseCode = 0 }: SmtpError): boolean {
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/** The transport of an SMTP server: `smtps://user:password@host:465`, `smtp://localhost:1025`. */
export async function openSmtpTransport(url: string): Promise<MailTransport> {
  // Loaded with the first mail: most processes send none.
  const { createTransport } = await import('nodemailer');
  const transporter: Transporter = createTransport({ url, ...patience });
  return {
    async send(mail) {
      try {
        const { response } = await transporter.sendMail(optionsOf(mail));
        return String(response);
      } catch (error) {
        if (error instanceof Error && isRefusal(error))
          throw new MailRefused(error.message, { cause: error });
        throw error;
      } finally {
        transporter.close();
      }
    },
  };
}

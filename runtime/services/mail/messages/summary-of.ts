import type { Static } from 'typebox';
import type { MailMessage } from '../../../contract/mail/messages.ts';
import type { StoredMail } from './collections.ts';

/** A mail as the contract has it. */
export function shownMail({ cause: _, ...mail }: StoredMail): Static<typeof MailMessage> {
  return mail;
}

/** A mail without what it says. */
export function summaryOf(mail: StoredMail) {
  const { html: _html, text: _text, preheader: _preheader, ...rest } = shownMail(mail);
  const { messageHeader: _header, providerReference: _reference, ...summary } = rest;
  return summary;
}

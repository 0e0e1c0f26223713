import type { Static } from 'typebox';
import type { MailMessage } from '../../../contract/mail/messages.ts';
import { collection } from '../../../store/port.ts';

/** As it is stored: the contract's resource, and what made it. */
export interface StoredMail extends Static<typeof MailMessage> {
  /** The event that it tells of; a mail that was sent once more has its own id here. */
  readonly cause: string;
}

/** What a server says of a mail that it doesn't take may name whom it was for. */
type Personal = 'to' | 'subject' | 'preheader' | 'html' | 'text' | 'lastError';

export const mailMessages = collection<StoredMail, Personal>({
  name: 'mail_messages',
  sealed: { to: true, subject: true, preheader: true, html: true, text: true, lastError: true },
  indexes: {
    /** One mail an event, however often the event is delivered. */
    byCause: {
      version: 1,
      columns: [{ name: 'cause', type: 'text' }],
      unique: true,
      keys: ({ cause }) => [[cause]],
    },
    byState: {
      version: 1,
      columns: [
        { name: 'state', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ state, createdAt }) => [
        ['*', createdAt],
        [state, createdAt],
      ],
    },
    byOrder: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'state', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, state, createdAt }) =>
        orderId === null
          ? []
          : [
              [orderId, '*', createdAt],
              [orderId, state, createdAt],
            ],
    },
    /** Mails that are of no use after a day. */
    byAge: {
      version: 1,
      columns: [
        { name: 'kind', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ kind, createdAt }) => (kind === 'customer_sign_in' ? [[kind, createdAt]] : []),
    },
    due: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'nextAttemptAt', type: 'text' },
      ],
      keys: ({ nextAttemptAt }) => (nextAttemptAt === null ? [] : [[1, nextAttemptAt]]),
    },
  },
});

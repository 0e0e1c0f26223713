import type { StoredMail } from './collections.ts';

type MailState = StoredMail['state'];

/** The life of a mail, as data. `failed` and `sent` are its ends: sending once more makes a new mail. */
export const mailMoves = [
  {
    ...{
      from: 'queued',
      to: 'sent',
      move: 'take',
      guard: 'the mail server has taken it',
      event: 'mail.sent',
    },
  },
  {
    ...{ from: 'queued', to: 'queued', move: 'put off', event: null },
    guard: 'it could not be sent now, and attempts are left',
  },
  {
    ...{ from: 'queued', to: 'failed', move: 'give up', event: 'mail.failed' },
    guard: 'the server refuses it for good, or no attempt is left',
  },
] as const satisfies readonly {
  from: MailState;
  to: MailState;
  move: string;
  guard: string;
  event: string | null;
}[];

export type MailMove = (typeof mailMoves)[number]['move'];

/** Where a move leads; undefined where the state doesn't allow it. */
export function mailMove({ state }: Pick<StoredMail, 'state'>, move: MailMove) {
  return mailMoves.find((row) => row.from === state && row.move === move);
}

export const mostAttempts = 12;

/** Minutes after the attempt of that number (from 1): 1, 2, 4, …, 4 hours at most. Twelve attempts take 14 hours. */
export function retryMinutes(attempt: number): number {
  return Math.min(2 ** (attempt - 1), 240);
}

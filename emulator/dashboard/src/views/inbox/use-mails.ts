import { useCallback } from 'react';
import { useJournalKind } from '../../journal/journal-feed.tsx';
import { fetchApi } from '../../session/api.ts';
import type { Session } from '../../session/session.ts';
import { useLoaded } from '../../session/use-loaded.ts';

/** As much of a mail as the list shows. */
export interface MailSummary {
  readonly id: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly to: string;
  readonly subject: string;
  readonly createdAt: string;
  readonly lastError: string | null;
}

interface MailPage {
  readonly data: readonly MailSummary[];
}

const shown = 30;

/** The latest mails, loaded again when one is written or sent. */
export function useMails(session: Session) {
  const load = useCallback(
    (signal: AbortSignal) => fetchApi<MailPage>(session, `v1/mail/messages?pageSize=${shown}`, signal),
    [session],
  );
  const { loaded, reload, refresh } = useLoaded(load);
  useJournalKind('mail', refresh);
  return { loaded, reload };
}

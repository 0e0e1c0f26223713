import { useCallback, useEffect, useState } from 'react';
import { listenToJournal } from '../../journal/journal-stream.ts';
import { fetchApi, type Session } from '../../session/session.ts';
import type { Loaded } from '../../session/use-loaded.ts';

/** As much of a mail as the list shows. */
export interface MailSummary {
  readonly id: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly to: string;
  readonly subject: string;
  readonly createdAt: string;
  readonly lastError: string | null;
}

const shown = 30;
/** The latest mails, loaded again when one is written or sent. */
export function useMails(session: Session) {
  const [loaded, setLoaded] = useState<Loaded<readonly MailSummary[]>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again.
  useEffect(() => {
    const controller = new AbortController();
    const path = `v1/mail/messages?pageSize=${shown}`;
    fetchApi<{ readonly data: readonly MailSummary[] }>(session, path, controller.signal).then(
      ({ data }) => setLoaded({ state: 'ready', value: data }),
      (error: Error) => {
        if (!controller.signal.aborted) setLoaded({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [session, attempt]);

  useEffect(
    () =>
      listenToJournal(
        session,
        ({ kind }) => {
          if (kind === 'mail') reload();
        },
        () => undefined,
      ),
    [session, reload],
  );

  return { loaded, reload };
}

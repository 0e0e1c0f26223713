import { useCallback } from 'react';
import { Pending } from '../../components/pending.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { fetchApi } from '../../session/api.ts';
import type { Session } from '../../session/session.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import type { MailSummary } from './use-mails.ts';

interface Mail extends MailSummary {
  readonly from: string | null;
  readonly html: string;
  readonly text: string;
  readonly attempts: number;
}

const tabs = { html: 'Mail', text: 'Text', source: 'Source' } as const;
type Tab = keyof typeof tabs;

/** Without scripts, forms or the page's origin, whatever a mail holds; its links open in a tab, as mail programs have it. */
function Rendered({ mail }: { readonly mail: Mail }) {
  return (
    <iframe
      className="mail-frame"
      title={mail.subject}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={mail.html.replace('<head>', '<head><base target="_blank">')}
    />
  );
}

function Body({ mail, tab }: { readonly mail: Mail; readonly tab: Tab }) {
  if (tab === 'html') return <Rendered mail={mail} />;
  // A field, so that the keyboard reaches and scrolls it.
  return (
    <textarea
      className="mail-source"
      readOnly
      aria-label={tabs[tab]}
      value={tab === 'text' ? mail.text : mail.html}
    />
  );
}

function Opened({ mail }: { readonly mail: Mail }) {
  return (
    <>
      <dl className="mail-head">
        <div>
          <dt>To</dt>
          <dd>{mail.to}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{mail.from ?? 'not sent yet'}</dd>
        </div>
        {mail.lastError && (
          <div>
            <dt>Problem</dt>
            <dd>{mail.lastError}</dd>
          </div>
        )}
      </dl>
      <Tabs label="How the mail is shown" tabs={tabs} head={(row) => <div className="mail-tabs">{row}</div>}>
        {(tab) => <Body mail={mail} tab={tab} />}
      </Tabs>
    </>
  );
}

/** One mail: as its reader sees it, as text, and as it is written. */
export function MailView({ session, id }: { readonly session: Session; readonly id: string }) {
  const load = useCallback(
    (signal: AbortSignal) => fetchApi<Mail>(session, `v1/mail/messages/${id}`, signal),
    [session, id],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <Pending of={loaded} what="the mail" onRetry={reload}>
      {(mail) => <Opened mail={mail} />}
    </Pending>
  );
}

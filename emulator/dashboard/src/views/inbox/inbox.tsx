import { Panel } from '../../components/panel.tsx';
import { Nothing, Pending } from '../../components/pending.tsx';
import type { Session } from '../../session/session.ts';
import { MailView } from './mail-view.tsx';
import { type MailSummary, useMails } from './use-mails.ts';
import './inbox.css';

const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface RowProps {
  readonly mail: MailSummary;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function MailRow({ mail: { subject, to, state, createdAt }, isOpen, onOpen }: RowProps) {
  return (
    <li>
      <button type="button" className="mail-row" aria-current={isOpen} onClick={onOpen}>
        <strong>{subject}</strong>
        <span className="none mail-to">{to}</span>
        <span className="none">
          <time dateTime={createdAt}>{clock.format(new Date(createdAt))}</time>
          {state === 'sent' ? '' : `, ${state}`}
        </span>
      </button>
    </li>
  );
}

interface InboxProps {
  readonly session: Session;
  /** The latest where none is named. */
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Every mail that the store has written: none of them leaves this machine. */
export function Inbox({ session, openId, onOpen }: InboxProps) {
  const { loaded, reload } = useMails(session);
  return (
    <Panel
      title="Mails"
      className="inbox"
      aside={
        <button type="button" className="button" onClick={reload}>
          Reload
        </button>
      }
    >
      <Pending of={loaded} what="mails" onRetry={reload}>
        {({ data: mails }) => {
          const open = mails.find(({ id }) => id === openId) ?? mails[0];
          if (!open)
            return (
              <Nothing>No mails yet. Place an order, and what the customer is written appears here.</Nothing>
            );
          return (
            <div className="inbox-split">
              <ul className="mails" aria-label="Mails, newest first">
                {mails.map((mail) => (
                  <MailRow
                    key={mail.id}
                    mail={mail}
                    isOpen={mail.id === open.id}
                    onOpen={() => onOpen(mail.id)}
                  />
                ))}
              </ul>
              <div className="mail">
                <MailView key={open.id + open.state} session={session} id={open.id} />
              </div>
            </div>
          );
        }}
      </Pending>
    </Panel>
  );
}

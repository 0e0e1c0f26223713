import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { dateAndTime, duration, span } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { type Message, MessageView } from '../../journal/body-view.tsx';
import { CheckSignatureLink } from '../../journal/check-signature-link.tsx';
import { useJournalKind } from '../../journal/journal-feed.tsx';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { curlOfAttempt, fixtureOf, recordOf } from './copies.ts';
import { EditAndSend } from './edit-and-send.tsx';
import { type Attempt, askWebhooks, type Delivery, fetchDelivery } from './webhook-client.ts';

function bodyOf(text: string, headers: Readonly<Record<string, string>>, isCut = false) {
  if (text === '') return null;
  return {
    contentType: headers['content-type'] ?? null,
    text,
    bytes: new TextEncoder().encode(text).length,
    isCut,
  };
}

/** What was sent in an attempt, as messages are shown. */
function messageOf({ request }: Attempt): Message {
  const headers = recordOf(request.headers);
  return { headers, body: bodyOf(request.body, headers) };
}

function AttemptView({ attempt }: { readonly attempt: Attempt }) {
  const { response } = attempt;
  const answered = recordOf(response?.headers ?? []);
  return (
    <div className="sides">
      <MessageView title="Request" message={messageOf(attempt)} />
      <MessageView
        title="Response"
        message={response && { headers: answered, body: bodyOf(response.body, answered, response.isBodyCut) }}
      />
    </div>
  );
}

interface AttemptsProps {
  readonly attempts: readonly Attempt[];
}

/** How long after the attempt before it one was made: `after 5 s, `. */
function sinceBefore(attempts: readonly Attempt[], place: number): string {
  const [before, attempt] = [attempts[place - 1], attempts[place]];
  if (!before || !attempt) return '';
  return `after ${span(Date.parse(attempt.at) - Date.parse(before.at))}, `;
}

/** The attempts on a line, the time between them in words. */
function Attempts({ attempts }: AttemptsProps) {
  const [openNumber, setOpenNumber] = useState<number>();
  const open = attempts.find(({ number }) => number === openNumber) ?? attempts.at(-1);
  if (!open) return <p className="nothing">Not sent yet.</p>;
  return (
    <>
      <ol className="attempts" aria-label="Attempts">
        {attempts.map(({ number, at, durationMilliseconds, response, error }, place) => (
          <li key={number} className={error === null ? 'attempt' : 'attempt attempt-failed'}>
            <button type="button" aria-current={number === open.number} onClick={() => setOpenNumber(number)}>
              <strong>{response?.status ?? 'No answer'}</strong>
              <span>{dateAndTime(at)}</span>
              <span className="none">
                {sinceBefore(attempts, place)}
                {duration(durationMilliseconds)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {open.error && <p className="attempt-error">{open.error}</p>}
      <AttemptView key={open.number} attempt={open} />
    </>
  );
}

interface OpenedProps {
  readonly delivery: Delivery;
  readonly onReplayed: () => void;
}

function Opened({ delivery, onReplayed }: OpenedProps) {
  const session = useSession();
  const [said, setSaid] = useState<string>();
  const [isEditing, setEditing] = useState(false);
  const { id, eventType, state, traceId, nextAttemptAt, attempts } = delivery;
  const last = attempts.at(-1);
  const curl = last && curlOfAttempt(last);
  const replay = () =>
    askWebhooks(session, `deliveries/${id}/replay`).then(
      () => {
        setSaid('Sent once more.');
        onReplayed();
      },
      (error: Error) => setSaid(error.message),
    );
  return (
    <Panel title={eventType} aside={<span className="none">{state}</span>}>
      <div className="delivery">
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => void replay()}>
            Replay
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            Edit and resend
          </button>
          <Link className="button" to={`/traces/${traceId}`}>
            Timeline
          </Link>
          {curl && <CopyButton text={curl} what="as curl" label="Copy as curl" />}
          {last && <CheckSignatureLink message={messageOf(last)} />}
          <Link className="button" to="/webhooks/handler">
            Handler code
          </Link>
          {last && (
            <CopyButton text={fixtureOf(delivery, last)} what="as a test fixture" label="Copy as fixture" />
          )}
        </div>
        {said && <p role="status">{said}</p>}
        {nextAttemptAt && <p className="none">The next attempt is due at {dateAndTime(nextAttemptAt)}.</p>}
        {isEditing && last && <EditAndSend attempt={last} />}
        <Attempts attempts={attempts} />
      </div>
    </Panel>
  );
}

/** A delivery with all of its attempts. */
export function DeliveryView({ id, onReplayed }: { readonly id: string; readonly onReplayed: () => void }) {
  const session = useSession();
  const load = useCallback((signal: AbortSignal) => fetchDelivery(session, id, signal), [session, id]);
  const { loaded, reload, refresh } = useLoaded(load);
  useJournalKind('delivery_attempt', refresh);
  return (
    <Pending of={loaded} what="the delivery" onRetry={reload}>
      {(delivery) => <Opened delivery={delivery} onReplayed={onReplayed} />}
    </Pending>
  );
}

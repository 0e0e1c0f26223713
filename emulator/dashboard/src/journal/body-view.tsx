import { useId, useState } from 'react';
import { CodeText } from '../components/code-text.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { byteSize } from '../components/format.ts';
import type { OpenedEntry } from './journal-client.ts';
import { readable } from './readable.ts';
import './body-view.css';

export type Message = NonNullable<OpenedEntry['detail']['request']>;

const tabs = { pretty: 'Pretty', raw: 'Raw', headers: 'Headers' } as const;
type Tab = keyof typeof tabs;

function Headers({ headers }: Message) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return <p className="nothing">No headers.</p>;
  return (
    <dl className="headers">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ title, body, isPretty }: { title: string; body: Message['body']; isPretty: boolean }) {
  if (body === null) return <p className="nothing">No body.</p>;
  if (body.text === '') return <p className="nothing">{byteSize(body.bytes)} that are not text.</p>;
  return (
    <>
      <CodeText label={`${title}: body`}>{isPretty ? readable(body.text) : body.text}</CodeText>
      {body.isCut && <p className="cut">Cut here: it had {byteSize(body.bytes)}.</p>}
    </>
  );
}

/** A request or an answer: readable, as it was, and its headers. */
export function MessageView({
  title,
  message,
}: {
  readonly title: string;
  readonly message: Message | null;
}) {
  const [tab, setTab] = useState<Tab>('pretty');
  const id = useId();
  return (
    <section className="message" aria-label={title}>
      <header className="message-head">
        <h3>{title}</h3>
        <div className="buttons" role="tablist" aria-label={`How the ${title.toLowerCase()} is shown`}>
          {(Object.keys(tabs) as Tab[]).map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="button small"
              aria-selected={tab === name}
              aria-controls={id}
              onClick={() => setTab(name)}
            >
              {tabs[name]}
            </button>
          ))}
          {message?.body && (
            <CopyButton text={message.body.text} what={`the ${title.toLowerCase()}'s body`} />
          )}
        </div>
      </header>
      <div id={id} role="tabpanel" aria-label={tabs[tab]}>
        {message === null && <p className="nothing">There was no answer.</p>}
        {message && tab === 'headers' && <Headers {...message} />}
        {message && tab !== 'headers' && (
          <Body title={title} body={message.body} isPretty={tab === 'pretty'} />
        )}
      </div>
    </section>
  );
}

import { CodeText } from '../components/code-text.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { byteSize } from '../components/format.ts';
import { Tabs } from '../components/tabs.tsx';
import type { OpenedEntry } from './journal-client.ts';
import { readable } from './readable.ts';
import './body-view.css';

export type Message = NonNullable<OpenedEntry['detail']['request']>;

const tabs = { pretty: 'Pretty', raw: 'Raw', headers: 'Headers' } as const;

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
  return (
    <section className="message" aria-label={title}>
      <Tabs
        label={`How the ${title.toLowerCase()} is shown`}
        tabs={tabs}
        size="small"
        aside={
          message?.body && <CopyButton text={message.body.text} what={`the ${title.toLowerCase()}'s body`} />
        }
        head={(row) => (
          <header className="message-head">
            <h3>{title}</h3>
            {row}
          </header>
        )}
      >
        {(tab) => {
          if (message === null) return <p className="nothing">There was no answer.</p>;
          if (tab === 'headers') return <Headers {...message} />;
          return <Body title={title} body={message.body} isPretty={tab === 'pretty'} />;
        }}
      </Tabs>
    </section>
  );
}

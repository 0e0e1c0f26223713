import { type FormEvent, useCallback, useId, useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { receiverOf } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { askWebhooks, type Endpoint, fetchEndpoints } from './webhook-client.ts';

interface Made {
  readonly url: string;
  readonly secret: string;
}

interface NewEndpointProps {
  readonly onMade: () => void;
}

function NewEndpoint({ onMade }: NewEndpointProps) {
  const session = useSession();
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState<string>();
  const [url, events] = [useId(), useId()];
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const types = String(form.get('events'))
      .split(/[\s,]+/)
      .filter(Boolean);
    askWebhooks<Made>(session, 'endpoints', { url: String(form.get('url')), events: types }).then(
      (endpoint) => {
        setFailure(undefined);
        setMade(endpoint);
        onMade();
      },
      (error: Error) => setFailure(error.message),
    );
  };
  return (
    <Panel title="New endpoint">
      <form className="form" onSubmit={create}>
        <label htmlFor={url}>URL</label>
        <input id={url} name="url" className="field" required defaultValue={receiverOf(session, 'shop')} />
        <label htmlFor={events}>Event types, with commas</label>
        <input id={events} name="events" className="field" required defaultValue="*" />
        <button type="submit" className="button primary">
          Create
        </button>
      </form>
      {made && (
        <div className="made" role="status">
          <p>Its secret, shown this once:</p>
          <p className="made-secret">
            <code>{made.secret}</code>
            <CopyButton text={made.secret} what="the secret" />
          </p>
        </div>
      )}
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
    </Panel>
  );
}

interface EndpointRowProps {
  readonly endpoint: Endpoint;
  readonly onChanged: () => void;
}

function EndpointRow({ endpoint: { id, url, events, status }, onChanged }: EndpointRowProps) {
  const session = useSession();
  const [said, setSaid] = useState<string>();
  const ask = (path: string, done: string) =>
    askWebhooks(session, `endpoints/${id}/${path}`).then(
      () => {
        setSaid(done);
        onChanged();
      },
      (error: Error) => setSaid(error.message),
    );
  return (
    <li className="endpoint">
      <div className="endpoint-head">
        <span className={`badge badge-${status === 'active' ? 'good' : 'bad'}`}>{status}</span>
        <code className="endpoint-url">{url}</code>
      </div>
      <p className="none">
        <code>{events.join(', ')}</code>
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          onClick={() => void ask('test', 'A test event is on its way.')}
        >
          Send a test event
        </button>
        {status === 'active' ? (
          <button
            type="button"
            className="button small"
            onClick={() => void ask('pause', 'Events wait now.')}
          >
            Pause
          </button>
        ) : (
          <button
            type="button"
            className="button small"
            onClick={() => void ask('resume', 'Events are sent again.')}
          >
            Resume
          </button>
        )}
        <a className="button small" href={`#/webhooks/deliveries?endpointId=${id}`}>
          Its deliveries
        </a>
        <CopyButton text={id} what="the endpoint's id" label="Copy id" />
      </div>
      {said && (
        <p className="none" role="status">
          {said}
        </p>
      )}
    </li>
  );
}

/** Where events are sent. */
export function Endpoints() {
  const session = useSession();
  const load = useCallback((signal: AbortSignal) => fetchEndpoints(session, signal), [session]);
  const { loaded, reload, refresh } = useLoaded(load);
  return (
    <div className="columns">
      <Panel title="Endpoints">
        <Pending of={loaded} what="endpoints" onRetry={reload}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="nothing">
                No endpoints yet. Create one here, or declare it under <code>webhooks</code> in
                headlesspro.config.ts. The URL that stands in the form keeps whatever is sent to it.
              </p>
            ) : (
              <ul className="endpoints">
                {data.map((endpoint) => (
                  <EndpointRow key={endpoint.id} endpoint={endpoint} onChanged={refresh} />
                ))}
              </ul>
            )
          }
        </Pending>
      </Panel>
      <NewEndpoint onMade={refresh} />
    </div>
  );
}

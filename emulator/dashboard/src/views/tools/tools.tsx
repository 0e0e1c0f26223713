import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import '../overview/overview.css';
import './tools.css';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { ownPages, simulatorPages, type ToolPage } from './tool-pages.ts';

function Pages({ title, pages }: { readonly title: string; readonly pages: readonly ToolPage[] }) {
  return (
    <Panel title={title}>
      <ul className="rows">
        {pages.map(({ key, name, url, kind }) => (
          <li key={key}>
            <span className="row-name">
              {kind === 'within' ? <Link to={`/tools/${key}`}>{name}</Link> : name}
            </span>
            {kind === 'address' ? (
              <span className="row-value mono">{url}</span>
            ) : (
              <a className="row-value mono" href={url}>
                {url}
              </a>
            )}
            <CopyButton text={url} what={`${name} address`} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A page of its own within this one. */
function Embedded({ name, url }: ToolPage) {
  return (
    <div className="embedded">
      <header className="view-head">
        <h1>{name}</h1>
        <span className="buttons">
          <Link className="button" to="/tools">
            All tools
          </Link>
          <a className="button" href={url}>
            Open it alone
          </a>
        </span>
      </header>
      <iframe title={name} src={url} />
    </div>
  );
}

/** The pages of the simulated providers, GraphiQL and the reference. */
export default function Tools() {
  const session = useSession();
  const { page: wanted } = useParams();
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/status', {}, signal),
    [session],
  );
  const { loaded, reload } = useLoaded(load);
  const simulators = loaded.state === 'ready' ? simulatorPages(loaded.value.simulators) : [];
  const own = ownPages(session);
  const open = [...own, ...simulators].find(({ key, kind }) => kind === 'within' && key === wanted);
  if (open) return <Embedded {...open} />;
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Simulators and tools</h1>
      </header>
      <div className="columns">
        <Pending of={loaded} what="the simulators" onRetry={reload}>
          {() => <Pages title="Simulated providers" pages={simulators} />}
        </Pending>
        <Pages title="Tools" pages={own} />
      </div>
    </div>
  );
}

import { useCallback } from 'react';
import '../overview/overview.css';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';

interface Page {
  readonly name: string;
  readonly url: string;
}

function Pages({ title, pages }: { readonly title: string; readonly pages: readonly Page[] }) {
  return (
    <Panel title={title}>
      <ul className="rows">
        {pages.map(({ name, url }) => (
          <li key={name}>
            <span className="row-name">{name}</span>
            <a className="row-value mono" href={url}>
              {url}
            </a>
            <CopyButton text={url} what={`${name} address`} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The pages of the simulated providers, GraphiQL and the reference. */
export default function Tools() {
  const session = useSession();
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/status', {}, signal),
    [session],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <div className="view-page">
      <header className="view-head">
        <h1>Simulators and tools</h1>
      </header>
      <div className="columns">
        <Pending of={loaded} what="the simulators" onRetry={reload}>
          {({ simulators }) => (
            <Pages
              title="Simulated providers"
              pages={Object.entries(simulators).map(([name, url]) => ({ name, url }))}
            />
          )}
        </Pending>
        <Pages
          title="Tools"
          pages={[
            { name: 'GraphQL playground', url: session.playground },
            { name: 'API reference', url: session.reference },
            { name: 'OpenAPI document', url: `${session.api}/v1/openapi.json` },
            ...(session.storefront ? [{ name: 'Storefront', url: session.storefront }] : []),
          ]}
        />
      </div>
    </div>
  );
}

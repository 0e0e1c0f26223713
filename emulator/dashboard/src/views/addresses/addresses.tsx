import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import type { Session } from '../../session/session.ts';

interface Address {
  readonly name: string;
  readonly url: string;
  /** Whether a browser shows something there. */
  readonly isPage: boolean;
}

function addressesOf(session: Session): readonly Address[] {
  const { api, graphql, playground, reference, storefront, tunnel, sandbox } = session;
  return [
    ...(storefront ? [{ name: 'Storefront', url: storefront, isPage: true }] : []),
    ...(tunnel ? [{ name: 'Public', url: tunnel, isPage: false }] : []),
    { name: 'REST', url: `${api}/v1`, isPage: false },
    { name: 'GraphQL', url: graphql, isPage: false },
    { name: 'Playground', url: playground, isPage: true },
    { name: 'API reference', url: reference, isPage: true },
    // Without a key, as a browser asks, it is that of the store itself.
    { name: 'OpenAPI', url: `${api}/v1/openapi.json`, isPage: sandbox === null },
  ];
}

/** Where everything of this store is. */
export function Addresses({ session }: { readonly session: Session }) {
  return (
    <Panel title="Addresses">
      <ul className="rows">
        {addressesOf(session).map(({ name, url, isPage }) => (
          <li key={name}>
            <span className="row-name">{name}</span>
            {isPage ? (
              <a className="row-value mono" href={url}>
                {url}
              </a>
            ) : (
              <span className="row-value mono">{url}</span>
            )}
            <CopyButton text={url} what={`${name} address`} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

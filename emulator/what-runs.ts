import type { StoreConfig } from '../runtime/config/index.ts';
import type { ControlOutput } from './controls/control.ts';
import type { Controls } from './controls/index.ts';
import type { SessionInfo } from './inspector/index.ts';
import type { LocalKeys } from './local-keys.ts';
import { mainStoreId } from './sandboxes/store-place.ts';

/** For the pages: where they were built to, and what they show of this program. */
export interface BuiltPages {
  readonly assetsDirectory: string;
  readonly version: string;
}

/** What a session's pages show changes while the emulator runs. */
export interface Live {
  config: StoreConfig;
  url: string;
  simulators: Readonly<Record<string, string>>;
  storefront: string | null;
  /** The public address of `hp dev --tunnel`. */
  tunnel: string | null;
}

/** What `status.show` answers whoever has the key of a store or sandbox. */
export function statusOf(
  asked: string,
  live: Live,
  database: string,
  hasPages: boolean,
): ControlOutput<Controls['status.show']> {
  const { url: api, storefront, tunnel } = live;
  const isSandbox = asked !== mainStoreId;
  const urls = Object.fromEntries(
    Object.entries(live.simulators).map(([name, url]) => [name, isSandbox ? `${url}/${asked}` : url]),
  );
  return {
    ...{ storeId: asked, api, graphql: `${api}/graphql`, storefront, tunnel },
    dashboard: hasPages ? `${api}/dashboard` : null,
    ...{ simulators: urls, versions: { node: process.version, database } },
  };
}

/** What the pages are told of the project's own store. */
export function sessionOf(live: Live, keys: LocalKeys, version: string, database: string): SessionInfo {
  const { config, url, storefront, tunnel } = live;
  return {
    store: { id: mainStoreId, name: config.name },
    api: url,
    graphql: `${url}/graphql`,
    playground: `${url}/playground`,
    dashboard: `${url}/dashboard`,
    ...{ storefront, tunnel },
    ...keys,
    versions: { headlesspro: version, node: process.version, database },
  };
}

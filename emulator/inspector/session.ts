import type { IncomingHttpHeaders } from 'node:http';

/** What the pages need to know of the running emulator: where everything is, and with which keys. */
export interface SessionInfo {
  readonly store: { readonly id: string; readonly name: string };
  /** Base URL of the API. */
  readonly api: string;
  readonly graphql: string;
  readonly playground: string;
  readonly dashboard: string;
  /** Null where `hp dev` runs without a storefront. */
  readonly storefront: string | null;
  /** The public address of `hp dev --tunnel`; null without. */
  readonly tunnel: string | null;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly versions: {
    readonly headlesspro: string;
    readonly node: string;
    /** `SQLite (better-sqlite3)`. */
    readonly database: string;
  };
}

/** As much of a request as is needed to say whether it comes from this machine. */
export interface LocalRequest {
  readonly remoteAddress: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function isLoopbackName(hostname: string | undefined): boolean {
  return hostname !== undefined && (loopbackNames.has(hostname) || hostname.endsWith('.localhost'));
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? '');
}

/**
 * Why a request may not see the session, or undefined where it may. The session holds the secret key, so it is
 * shown to pages of this machine only. A page from elsewhere can reach 127.0.0.1 through the visitor's browser: it
 * then carries its own `Origin`, or, where its name was rebound to 127.0.0.1, its own name in `Host`.
 */
export function refusalOf({ remoteAddress, headers }: LocalRequest): string | undefined {
  if (!isLoopbackAddress(remoteAddress))
    return 'The session is shown on the machine that runs the emulator only.';
  if (!isLoopbackName(hostnameOf(`http://${headers.host ?? ''}`))) {
    return `The session is shown under localhost only, not under "${headers.host ?? ''}".`;
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return `The session is shown to the emulator's own pages only, not to "${headers.origin}".`;
  }
  if (headers['sec-fetch-site'] === 'cross-site') return 'The session is not shown to pages of other sites.';
  return undefined;
}

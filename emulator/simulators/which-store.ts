import type { IncomingMessage } from 'node:http';
import { isSandbox, mainStoreId } from '../sandboxes/store-place.ts';

/** `/sbx_01j…/checkout/cs_test_…`: pages of a sandbox, and whatever else is asked with its address. */
const inPath = /^\/(sbx_[0-9a-z]+)(?=\/|\?|$)/;
/** `sk_test_shop_sbx_01j…`: any key or token of the provider, with the sandbox behind it. */
const inCredential = /_(sbx_[0-9a-z]+)$/;

function credentialOf(header: string): { scheme: string; credential: string; rest: string } | undefined {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(header) ?? [];
  if (/^bearer$/i.test(scheme)) return { scheme, credential: value, rest: '' };
  if (!/^basic$/i.test(scheme)) return undefined;
  const [credential = '', ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return { scheme, credential, rest: rest.map((part) => `:${part}`).join('') };
}

function headerOf(scheme: string, credential: string, rest: string): string {
  const isBasic = /^basic$/i.test(scheme);
  return `${scheme} ${isBasic ? Buffer.from(`${credential}${rest}`).toString('base64') : credential}`;
}

function read(request: IncomingMessage) {
  const [prefix = '', byPath] = inPath.exec(request.url ?? '') ?? [];
  const found = credentialOf(request.headers.authorization ?? '');
  const byCredential = found && inCredential.exec(found.credential)?.[1];
  return { prefix, byPath, found, byCredential };
}

/** The store that a request to a simulator is for: a sandbox by the key or by the path, else the emulator's own. */
export function storeOf(request: IncomingMessage): string {
  const { byPath, byCredential } = read(request);
  return byCredential ?? byPath ?? mainStoreId;
}

/** The same, which is taken out of the request, so that the simulator sees no difference. */
export function takeStore(request: IncomingMessage): string {
  const { prefix, byPath, found, byCredential } = read(request);
  if (byPath !== undefined) {
    const path = request.url?.slice(prefix.length) ?? '';
    request.url = path.startsWith('/') ? path : `/${path}`;
  }
  if (found && byCredential !== undefined) {
    const bare = found.credential.slice(0, -byCredential.length - 1);
    request.headers.authorization = headerOf(found.scheme, bare, found.rest);
  }
  return byCredential ?? byPath ?? mainStoreId;
}

/**
 * A sandbox is copied with the webhooks of the store that it is a copy of, and must not call that one's platform: what
 * leads there leads to its own.
 */
export function ownHook(webhookUrl: string, simulator: string, storeId: string): string {
  if (!isSandbox(storeId) || !URL.canParse(webhookUrl)) return webhookUrl;
  const url = new URL(webhookUrl);
  // A partner's own name is that of the integration, which the configuration chooses.
  const copied = new RegExp(
    `^/hooks/(?:${mainStoreId}|sbx_[0-9a-z]+)(/(?:${simulator}|integrations/[^/]+))$`,
  );
  url.pathname = url.pathname.replace(copied, `/hooks/${storeId}$1`);
  return url.href;
}

/** A credential as a sandbox has it; the emulator's own store takes it as it is. */
export function credentialFor(storeId: string, credential: string): string {
  return isSandbox(storeId) ? `${credential}_${storeId}` : credential;
}

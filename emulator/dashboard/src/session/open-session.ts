import { askControl } from './api.ts';
import { fetchSession, type Session } from './session.ts';

/** The store that the page's address asks for: `/dashboard?store=sbx_…`. */
export function wantedStore(): string | null {
  return new URLSearchParams(window.location.search).get('store');
}

/** An address of a page of the emulator that looks at a store; the project's own where none is named. */
export function withStore(page: string, storeId: string | null): string {
  return storeId === null ? page : `${page}?store=${encodeURIComponent(storeId)}`;
}

/**
 * Who and where we are: in the project's own store, or in the sandbox that the address names. The key of the session
 * says which to whatever is asked, so every view shows that store and no other.
 */
export async function openSession(signal: AbortSignal): Promise<Session> {
  const info = await fetchSession(signal);
  const reference = `${info.api}/reference`;
  const own: Session = { ...info, reference, own: info.store, sandbox: null };
  const wanted = wantedStore();
  if (wanted === null || wanted === info.store.id) return own;
  const sandbox = await askControl(own, 'GET /_emulator/v1/sandboxes/{id}', { id: wanted }, signal);
  const { id, name, secretKey, publishableKey } = sandbox;
  return {
    ...{ ...own, sandbox, store: { id, name }, secretKey, publishableKey },
    ...{ storefront: null, playground: withStore(own.playground, id), reference: withStore(reference, id) },
  };
}

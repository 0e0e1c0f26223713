import { links } from '../catalog/links.ts';
import { type SavedValue, savedValue } from '../store/saved-value.ts';

/** That this browser asked for a link, and where its shopper wants to be then. */
export interface AskedLink {
  readonly next: string;
}

function parseAskedLink(value: unknown): AskedLink | undefined {
  if (typeof value !== 'object' || value === null || !('next' in value)) return undefined;
  return { next: ownPath(typeof value.next === 'string' ? value.next : null) };
}

export function askedLink(storeUrl: string): SavedValue<AskedLink> {
  return savedValue(storeUrl, 'sign-in', parseAskedLink);
}

/** A page of this storefront and nowhere else, whatever an address says. */
export function ownPath(path: string | null): string {
  const { origin } = window.location;
  if (!path?.startsWith('/') || !URL.canParse(path, origin)) return links.account;
  const url = new URL(path, origin);
  return url.origin === origin ? url.pathname + url.search : links.account;
}

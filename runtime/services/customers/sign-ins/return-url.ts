const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is on the machine that follows it. */
export function isLoopback(url: string): boolean {
  return loopback.has(new URL(url).hostname);
}

/** Whether a page is one of a storefront: of its origin, and in its path, whole segment by segment. */
export function isPageOf(storefrontUrl: string, url: string): boolean {
  const { origin, pathname, username, password } = new URL(url);
  const storefront = new URL(storefrontUrl);
  const path = storefront.pathname.replace(/\/+$/, '');
  const isInside = pathname === path || pathname.startsWith(`${path}/`);
  return storefront.origin === origin && isInside && username === '' && password === '';
}

/** The address in the mail. In the fragment no server, proxy or referrer sees the token. */
export function linkTo(returnUrl: string, token: string): string {
  return `${returnUrl}#sign_in_token=${token}`;
}

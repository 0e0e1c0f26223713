const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is on the machine that follows it. */
export function isLoopback(url: string): boolean {
  return loopback.has(new URL(url).hostname);
}

/** Whether a page is one of those listed, or below one: same origin, and the path whole segment by segment. */
export function isListed(url: string, pages: readonly string[]): boolean {
  const { origin, pathname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  return pages.some((page) => {
    const listed = new URL(page);
    const path = listed.pathname.replace(/\/+$/, '');
    return listed.origin === origin && (pathname === path || pathname.startsWith(`${path}/`));
  });
}

/** The address in the mail. In the fragment no server, proxy or referrer sees the token. */
export function linkTo(returnUrl: string, token: string): string {
  return `${returnUrl}#sign_in_token=${token}`;
}

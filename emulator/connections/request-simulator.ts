/** On requests of the emulator itself, so that trouble on the way to a provider leaves them alone. */
export const setUpHeader = 'headlesspro-set-up';

/** Asks a simulator, as a merchant sets up their account. Undefined for what it doesn't have. */
export async function requestSimulator(
  url: string,
  init: RequestInit,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const headers = new Headers(init.headers);
  headers.set(setUpHeader, 'yes');
  const response = await fetch(url, { ...init, headers });
  if (response.status === 404) return undefined;
  const text = await response.text();
  if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${url}: ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

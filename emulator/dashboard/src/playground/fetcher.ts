import { addressOf } from '../session/session.ts';

interface FetcherOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends what GraphiQL asks to this emulator. Answers and refusals alike are JSON with `data` or `errors`. */
export async function sendToStore(request: object, options?: FetcherOptions): Promise<unknown> {
  const response = await fetch(addressOf('graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...options?.headers },
    body: JSON.stringify(request),
  });
  return response.json();
}

import { pageHeader } from '../../../inspector/page-header.ts';
import type { SessionInfo } from '../../../inspector/session.ts';

export type Session = SessionInfo;

/** An address of the emulator that served this page, whatever path it is mounted below. */
export function addressOf(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** What went wrong, in words for the page. */
export class RequestFailure extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'RequestFailure';
    this.hint = hint;
  }
}

interface ProblemBody {
  readonly detail?: string;
  readonly hint?: string;
}

async function failureOf(response: Response): Promise<RequestFailure> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new RequestFailure(body.detail ?? `The emulator answered ${response.status}.`, body.hint);
}

/** Fetches JSON from the emulator. Throws `RequestFailure` with what to do. */
export async function fetchJson<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  const headers = new Headers(init.headers);
  headers.set(pageHeader, 'true');
  const response = await fetch(addressOf(path), { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailure('The emulator does not answer.', 'Is `hp dev` still running?');
  });
  if (!response.ok) throw await failureOf(response);
  // The contract says what is answered.
  return response.json() as Promise<Body>;
}

export function fetchSession(signal: AbortSignal): Promise<Session> {
  return fetchJson<Session>('_emulator/session', { signal });
}

/** Asks the API as the store's owner. */
export function fetchApi<Body>(session: Session, path: string, signal: AbortSignal): Promise<Body> {
  return fetchJson<Body>(path, { signal, headers: { authorization: `Bearer ${session.secretKey}` } });
}

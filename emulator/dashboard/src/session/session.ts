import type { ControlOutput } from '../../../controls/control.ts';
import { pageHeader } from '../../../inspector/page-header.ts';
import type { SessionInfo } from '../../../inspector/session.ts';
import type { sandboxControls } from '../../../sandboxes/sandbox-controls.ts';

/** A sandbox as the emulator shows it. */
export type Sandbox = ControlOutput<(typeof sandboxControls)['sandboxes.get']>;

export interface Session extends SessionInfo {
  /** The project's own store, whichever is looked at. */
  readonly own: SessionInfo['store'];
  /** The sandbox that is looked at; null where it is the project's own store. */
  readonly sandbox: Sandbox | null;
  /** Address of the API reference. */
  readonly reference: string;
}

/** An address of the emulator that served this page, whatever path it is mounted below. */
export function addressOf(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** As much of a problem as is shown. */
export interface ProblemBody {
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  /** At which fields of what was sent. */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** A URL that takes whatever is sent to it, for the store that is looked at. */
export function receiverOf({ sandbox }: Session, name: string): string {
  const place = sandbox ? `${sandbox.id}/${encodeURIComponent(name)}` : encodeURIComponent(name);
  return addressOf(`_emulator/receive/${place}`);
}

/** What went wrong, in words for the page. */
export class RequestFailure extends Error {
  readonly hint: string | undefined;
  /** What the API answered; empty where nothing was. */
  readonly problem: ProblemBody;

  constructor(message: string, problem: ProblemBody = {}) {
    super(message);
    this.name = 'RequestFailure';
    this.hint = problem.hint;
    this.problem = problem;
  }
}

async function failureOf(response: Response): Promise<RequestFailure> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new RequestFailure(body.detail ?? `The emulator answered ${response.status}.`, body);
}

/** Fetches JSON from the emulator. Throws `RequestFailure` with what to do. */
export async function fetchJson<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  const headers = new Headers(init.headers);
  headers.set(pageHeader, 'true');
  const response = await fetch(addressOf(path), { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailure('The emulator does not answer.', { hint: 'Is `hp dev` still running?' });
  });
  if (!response.ok) throw await failureOf(response);
  // The contract says what is answered; 204 is an answer without a body.
  return (response.status === 204 ? null : await response.json()) as Body;
}

export function fetchSession(signal: AbortSignal): Promise<SessionInfo> {
  return fetchJson<SessionInfo>('_emulator/session', { signal });
}

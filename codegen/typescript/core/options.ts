/** What a client is made with. */
export interface ClientOptions {
  /** Where the API is: `http://127.0.0.1:4000`. Without it, the environment's HEADLESSPRO_URL. */
  url?: string | undefined;
  /** Milliseconds for one attempt; 30,000 unless given. */
  timeout?: number | undefined;
  /** How often a failed request is tried again; 2 unless given. */
  retries?: number | undefined;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
  hooks?: Hooks | undefined;
  /** Replaces the platform's `fetch`. */
  fetch?: typeof fetch | undefined;
  /** Replaces waiting between attempts, for tests. Must reject where the signal is aborted. */
  sleep?: Sleep | undefined;
}

/**
 * Asked before each request: the access token of the customer who is signed in, undefined for a guest. `refused` is one
 * that the API has just called too old: give the next one (`customers.sessions.refresh`, by a client without this), and
 * the request is sent once more.
 */
export type CustomerToken = (refused: string | undefined) => Promise<string | undefined>;

/** What a single call can say. */
export interface RequestOptions {
  /** Cancels the call; `AbortSignal.timeout(15_000)` limits all of it, retries and waits included. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for everything, retries and waits included. */
  deadline?: number | undefined;
  /** Milliseconds for one attempt. */
  timeout?: number | undefined;
  retries?: number | undefined;
  /** Added to the request, `traceparent` for one. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** For calls that change something. */
export interface WriteOptions extends RequestOptions {
  /** Names the change, so that repeating the call repeats nothing. Made for each call unless given. */
  idempotencyKey?: string | undefined;
}

/** For calls that change something which may have changed meanwhile. */
export interface VersionedOptions extends WriteOptions {
  /** The `version` that was read; the call fails with `version_conflict` where it is no longer that. */
  ifVersion?: number | undefined;
}

/** Called along the way, for logs, traces and metrics. Headers and URLs carry no keys. */
export interface Hooks {
  /** Before each attempt; headers set here are sent. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before the wait that goes ahead of another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** An answer did not look as the contract says; it was passed on as it came. */
  onMismatch?: ((event: MismatchEvent) => void) | undefined;
}

export interface RequestEvent {
  method: string;
  url: string;
  /** 1 for the first. */
  attempt: number;
  headers: Headers;
}

export interface ResponseEvent {
  method: string;
  url: string;
  attempt: number;
  status: number;
  requestId: string | undefined;
  milliseconds: number;
}

export interface RetryEvent {
  method: string;
  url: string;
  attempt: number;
  error: Error;
  waitMilliseconds: number;
}

export interface MismatchEvent {
  method: string;
  url: string;
  message: string;
  body: unknown;
}

export type Sleep = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

/** A file to upload: a `Blob` or `File` knows its content type, bytes must be given one. */
export type Upload = Blob | { contents: ArrayBuffer | Uint8Array<ArrayBuffer>; contentType: string };

/** One request, as the methods describe it. */
export interface RequestDescription {
  method: string;
  path: string;
  query?: object | undefined;
  body?: object | undefined;
  upload?: Upload | undefined;
  /** The answer is a file. */
  isFile?: boolean;
  isWrite?: boolean | undefined;
  /** What is answered, unless it is an object. */
  answers?: 'nothing' | 'anything';
  /** What a body says went wrong, whatever the status of the response; `status` where it says none. */
  failureIn?: (body: unknown, status: number) => { status: number; body: unknown } | undefined;
}

/** A request that has no method of its own. */
export interface CustomRequest extends VersionedOptions {
  query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  body?: object | undefined;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { WireOperation } from '../contract/operation.ts';
import type { FieldError } from '../contract/problem.ts';

/** An answer that was not a success, as the platform gave it. */
export class ClientProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly hint: string | undefined;
  readonly errors: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered with status ${status}.`);
    this.name = 'ClientProblem';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.hint = body.hint;
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
    this.details = body.details ?? {};
  }
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly errors?: readonly FieldError[];
  readonly requestId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** No answer came: the server is not there, or the connection broke. */
export class ClientUnreachable extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    const reason =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    super(`${url} can not be reached (${reason}).`, { cause });
    this.name = 'ClientUnreachable';
    this.url = url;
  }
}

export interface ClientOptions {
  /** Base URL of a platform: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly secretKey: string;
  readonly fetch?: typeof fetch;
}

/** Calls operations by their contract, over REST; for the CLI, whose operations are known only at run time. */
export interface Client {
  readonly url: string;
  /** @throws {ClientProblem | ClientUnreachable} */
  execute(
    operation: WireOperation,
    input: Readonly<Record<string, unknown>>,
    file?: ClientFile,
  ): Promise<unknown>;
  /**
   * An answer whose body is read as it comes.
   * @throws {ClientProblem | ClientUnreachable}
   */
  open(
    operation: WireOperation,
    input: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Response>;
  /**
   * The bytes behind the `url` of a media file.
   * @throws {ClientProblem | ClientUnreachable}
   */
  download(url: string): Promise<Uint8Array>;
}

export interface ClientFile {
  readonly contentType: string;
  readonly contents: Uint8Array;
}

interface Wire {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

function toQuery(input: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Where each input property goes is said by the contract: see `Operation.input`. */
export function toWire(operation: WireOperation, input: Readonly<Record<string, unknown>>): Wire {
  const [method = 'GET', template = '/'] = operation.http.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const goesInQuery = method === 'GET' || method === 'DELETE' || operation.upload !== undefined;
  return goesInQuery ? { method, path: path + toQuery(rest), body: undefined } : { method, path, body: rest };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, say: told by its status and its first words.
    return { detail: `The answer (status ${response.status}) is not JSON: ${text.slice(0, 120)}` };
  }
}

const mostWaits = 10;

/** Asks again where the server asks to slow down, as long as it says how long to wait. */
async function send(ask: () => Promise<Response>): Promise<Response> {
  for (let waits = 0; ; waits += 1) {
    const response = await ask();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (response.status !== 429 || Number.isNaN(seconds) || waits === mostWaits) return response;
    await response.body?.cancel();
    await wait(seconds * 1000);
  }
}

export function createClient(options: ClientOptions): Client {
  const url = options.url.replace(/\/+$/, '');
  const fetchAnswer = options.fetch ?? fetch;
  const once = (target: string | URL, init: RequestInit) =>
    fetchAnswer(target, init).catch((cause: unknown) => {
      throw new ClientUnreachable(url, cause);
    });
  /** Asks, and asks again, always the same: one idempotency key a call. */
  function ask(
    operation: WireOperation,
    input: Readonly<Record<string, unknown>>,
    { file, signal }: { file?: ClientFile | undefined; signal?: AbortSignal },
  ): Promise<Response> {
    const wire = toWire(operation, input);
    const headers = new Headers({
      authorization: `Bearer ${options.secretKey}`,
      accept: 'application/json',
    });
    if (operation.effect !== 'read') headers.set('idempotency-key', crypto.randomUUID());
    if (file) headers.set('content-type', file.contentType);
    else if (wire.body) headers.set('content-type', 'application/json');
    const body = file ? file.contents : wire.body && JSON.stringify(wire.body);
    const init = {
      ...{ method: wire.method, headers },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    };
    return send(() => once(url + wire.path, init));
  }

  return {
    url,
    async download(path) {
      const response = await send(() => once(new URL(path, `${url}/`), {}));
      if (!response.ok) throw new ClientProblem(response.status, (await readBody(response)) as ProblemBody);
      return new Uint8Array(await response.arrayBuffer());
    },
    async open(operation, input, signal) {
      const response = await ask(operation, input, { signal });
      if (!response.ok) throw new ClientProblem(response.status, (await readBody(response)) as ProblemBody);
      return response;
    },
    async execute(operation, input, file) {
      const response = await ask(operation, input, { file });
      const answer = await readBody(response);
      if (!response.ok) throw new ClientProblem(response.status, answer as ProblemBody);
      return answer;
    },
  };
}

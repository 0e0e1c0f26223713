import { setTimeout as wait } from 'node:timers/promises';
import { toWire } from '../../runtime/client/index.ts';
import type { WireOperation } from '../../runtime/contract/operation.ts';
import { CliError } from '../cli-error.ts';

/** An answer as it came, whatever it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly body: unknown;
}

type Input = Readonly<Record<string, unknown>>;

export interface Server {
  readonly url: string;
  /** Without a key where it is null. */
  call(operation: WireOperation, input: Input, key: string | null): Promise<Answer>;
  read(path: string, key: string): Promise<Answer>;
  /** Anything else, as it is. */
  send(path: string, init: RequestInit): Promise<Answer>;
}

const patience = 30_000;
const mostWaits = 10;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is judged by whoever expects some
  }
}

/** Asks a server without believing it anything: an answer that is wrong is an answer, and no error. */
export function askServer(address: string, signal: AbortSignal): Server {
  const url = address.replace(/\/+$/, '');
  async function once(path: string, init: RequestInit): Promise<Answer> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    try {
      const response = await fetch(url + path, { ...init, redirect: 'manual', signal: limit });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    } catch (cause) {
      signal.throwIfAborted();
      const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
      const reason = inner instanceof Error ? inner.message : String(inner);
      throw new CliError('unreachable', 'target_unreachable', `${url} can not be reached (${reason}).`, {
        fix: 'Check the address, and that the runtime runs there.',
        cause,
      });
    }
  }
  /** A server that asks to slow down is asked again when it says. */
  async function send(path: string, init: RequestInit): Promise<Answer> {
    for (let waits = 0; ; waits += 1) {
      const answer = await once(path, init);
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (answer.status !== 429 || Number.isNaN(seconds) || waits === mostWaits) return answer;
      await wait(seconds * 1000, undefined, { signal });
    }
  }
  return {
    url,
    send,
    read: (path, key) => send(path, { headers: { authorization: `Bearer ${key}` } }),
    call(operation, input, key) {
      const { method, path, body } = toWire(operation, input);
      const headers = new Headers({ accept: 'application/json' });
      if (key !== null) headers.set('authorization', `Bearer ${key}`);
      if (operation.effect !== 'read') headers.set('idempotency-key', crypto.randomUUID());
      if (body) headers.set('content-type', 'application/json');
      return send(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    },
  };
}

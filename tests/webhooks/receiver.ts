import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the body, as JSON. */
  readonly event: { readonly type: string; readonly id: string; readonly subject: string } & Record<
    string,
    unknown
  >;
  /** Monotonic milliseconds. */
  readonly at: number;
}

/**
 * How a receiver behaves: `slow` answers 200 after a while, `hang` takes the request and never answers, `drop` closes the connection, `stall` begins an
 * answer of 200 that never ends, `flood` one of as many megabytes as are read.
 */
export type Behaviour =
  | number
  | 'slow'
  | 'hang'
  | 'drop'
  | 'stall'
  | 'flood'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

/** Shorter than any time-out, and much longer than others take. */
const slowMilliseconds = 150;

/** A real receiver of webhooks, on a port of its own. */
export interface Receiver {
  readonly url: string;
  readonly received: ReceivedWebhook[];
  /** From now on, or for what is said of each request. */
  behave(behaviour: Behaviour | ((request: ReceivedWebhook) => Behaviour)): void;
  /** Most requests that were open at a time. */
  atOnce(): number;
  /** Bytes of answers that were taken. */
  flooded(): number;
  close(): Promise<void>;
}

export async function startReceiver(first: Behaviour = 200): Promise<Receiver> {
  const received: ReceivedWebhook[] = [];
  let behaviour: Behaviour | ((request: ReceivedWebhook) => Behaviour) = first;
  let open = 0;
  let mostOpen = 0;

  let flooded = 0;

  function flood(response: ServerResponse): void {
    const megabyte = 'x'.repeat(1_000_000);
    const more = () => {
      if (response.destroyed || flooded > 200_000_000) return;
      flooded += megabyte.length;
      if (response.write(megabyte)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  }

  function answer(how: Behaviour, response: ServerResponse): void {
    if (how === 'hang') return;
    if (how === 'slow') setTimeout(() => response.writeHead(200).end(), slowMilliseconds);
    else if (how === 'drop') response.destroy();
    else if (how === 'stall') response.writeHead(200).write('to be continued');
    else if (how === 'flood') flood(response.writeHead(200));
    else if (typeof how === 'number') response.writeHead(how).end();
    else response.writeHead(how.status, how.headers).end(how.body);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => {
      open -= 1;
    });
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const webhook: ReceivedWebhook = {
        ...{ path: request.url ?? '', headers: request.headers, body },
        ...{ event: JSON.parse(body), at: performance.now() },
      };
      received.push(webhook);
      answer(typeof behaviour === 'function' ? behaviour(webhook) : behaviour, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    behave(next) {
      behaviour = next;
    },
    atOnce: () => mostOpen,
    flooded: () => flooded,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

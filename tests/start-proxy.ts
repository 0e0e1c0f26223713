import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** An answer on its way back. */
export interface Passing {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface ProxyOptions {
  /** Where a request, `GET /v1/products`, goes; undefined cuts the connection. */
  target(route: string): string | undefined;
  /** Told before a request is passed on; what it returns is waited for. */
  before?(route: string, body: string): unknown;
  /** Without it, what comes is passed on as it comes. */
  change?(route: string, answer: Passing): void;
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const passed = ['authorization', 'content-type', 'accept', 'idempotency-key'];
  return Object.fromEntries(passed.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

function headersOfAnswer({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    ['content-type', 'etag', 'retry-after'].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** Stands between whoever asks and a runtime, until the test is over. Resolves with its address. */
export async function startProxy({ target, before, change }: ProxyOptions): Promise<string> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const route = `${method} ${url}`;
    const body = await buffer(request);
    try {
      await before?.(route, body.toString());
      const behind = target(route);
      if (behind === undefined) return void response.destroy();
      const real = await fetch(behind + url, {
        ...{ method, headers: headersOf(request) },
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const headers = headersOfAnswer(real);
      if (change) {
        const answer: Passing = { status: real.status, headers, text: await real.text() };
        change(route, answer);
        return void response.writeHead(answer.status, answer.headers).end(answer.text);
      }
      response.writeHead(real.status, headers);
      for await (const chunk of real.body ?? []) response.write(chunk);
      response.end();
    } catch {
      // As a connection breaks when the runtime behind it dies.
      response.destroy();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has one
}

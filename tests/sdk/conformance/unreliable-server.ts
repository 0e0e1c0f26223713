import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface SeenRequest {
  readonly route: string;
  readonly query: URLSearchParams;
  readonly idempotencyKey: string | undefined;
  readonly traceparent: string | undefined;
}

/** What becomes of a request; `behind` asks the platform, whose answer may be changed or lost on its way. */
export type Conduct = (
  request: SeenRequest,
  count: number,
  behind: () => Promise<PlainAnswer>,
) => Promise<PlainAnswer | 'drop' | 'silence'>;

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface UnreliableServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  close(): void;
}

async function askBehind(platform: string, request: IncomingMessage, body: Buffer): Promise<PlainAnswer> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const answer = await fetch(platform + (request.url ?? '/'), {
    ...{ method: request.method ?? 'GET', headers: headers as Record<string, string> },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const kept = ['content-type', 'x-request-id', 'etag', 'retry-after'];
  const own = kept.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status: answer.status, headers: Object.fromEntries(own), text: await answer.text() };
}

function seenOf({ method, url, headers }: IncomingMessage): SeenRequest {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://server');
  const header = (name: string) => headers[name]?.toString();
  return {
    ...{ route: `${method} ${pathname}`, query: searchParams },
    ...{ idempotencyKey: header('idempotency-key'), traceparent: header('traceparent') },
  };
}

/** A network, a proxy, or a newer version of the platform between a client and the platform. */
export async function startUnreliableServer(platform: string, conduct: Conduct): Promise<UnreliableServer> {
  const requests: SeenRequest[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const seen = seenOf(request);
    requests.push(seen);
    const answer = await conduct(seen, requests.length, () => askBehind(platform, request, body));
    if (answer === 'silence') return;
    if (answer === 'drop') return void response.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.text);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

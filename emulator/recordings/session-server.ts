import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { RawAnswer, Session } from './recorder.ts';
import type { RecordedProvider } from './recording.ts';

/** Between two connections, and of no meaning beyond them; lengths are counted anew. */
const hopHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

async function forward(upstream: string, request: IncomingMessage, body: string): Promise<RawAnswer> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined || hopHeaders.has(name) ? [] : [[name, String(value)] as [string, string]],
  );
  const answer = await fetch(`${upstream.replace(/\/+$/, '')}${request.url}`, {
    ...{ method: request.method ?? 'GET', headers, redirect: 'manual' },
    ...(body === '' ? {} : { body }),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
}

async function handle(
  { session, provider, upstream }: SessionServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request);
  const { method = 'GET', url = '/', headers } = request;
  const call = { provider, method, url, contentType: headers['content-type'] ?? '', body };
  const answer = await session.answer(call, () => forward(upstream, request, body));
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !hopHeaders.has(name) && name !== 'content-encoding',
  );
  response.writeHead(answer.status, Object.fromEntries(kept)).end(answer.body);
}

export interface SessionServerOptions {
  readonly session: Session;
  readonly provider: RecordedProvider;
  /** Where the provider really is. */
  readonly upstream: string;
  /** Told why a call got no answer. */
  readonly onFailure: (error: unknown) => void;
}

/** Stands in the place of one provider for one store, on a port of its own: official SDKs know no paths below it. */
export async function startSessionServer(
  options: SessionServerOptions,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      options.onFailure(error);
      // A provider that can't be reached is one that closes the connection.
      request.socket.destroy();
    });
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

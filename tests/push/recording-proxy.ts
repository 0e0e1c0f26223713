import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RecordingProxy {
  readonly url: string;
  /** Bodies of all requests, as they went over the wire. */
  readonly bodies: readonly string[];
  /** Called with `POST /v1/…` before a request is passed on; what it returns is waited for. */
  onRequest(listener: (request: string) => unknown): void;
}

/** Stands between a command and a runtime: records what passes, and lets a test act at a certain request. */
export async function startProxy(target: string): Promise<RecordingProxy> {
  const bodies: string[] = [];
  let listener: (request: string) => unknown = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    bodies.push(body.toString());
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
    try {
      await listener(`${request.method} ${request.url}`);
      const answer = await fetch(target + request.url, {
        method: request.method ?? 'GET',
        headers: { authorization, 'content-type': type },
        ...(body.length > 0 ? { body } : {}),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      // As a connection breaks when the runtime behind it dies.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    onRequest: (next) => {
      listener = next;
    },
  };
}

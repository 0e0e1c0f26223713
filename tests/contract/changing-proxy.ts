import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Passing {
  status: number;
  headers: Record<string, string>;
  text: string;
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const passed = ['authorization', 'content-type', 'accept', 'idempotency-key'];
  return Object.fromEntries(passed.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

/** A server that answers as the one behind it, but for what a test changes. */
export async function changingProxy(
  behind: string,
  change: (route: string, answer: Passing) => void,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const body = await buffer(request);
    const real = await fetch(behind + url, {
      method,
      headers: headersOf(request),
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const headers = Object.fromEntries(
      ['content-type', 'etag'].flatMap((name) => {
        const value = real.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const answer: Passing = { status: real.status, headers, text: await real.text() };
    change(`${method} ${url}`, answer);
    response.writeHead(answer.status, answer.headers).end(answer.text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has one
}

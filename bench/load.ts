import { connect, type Socket } from 'node:net';
import type { Served } from './serve.ts';

export interface Load {
  readonly method?: 'GET' | 'POST';
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly body?: string;
  readonly amount: number;
}

export interface Cost {
  /** Microseconds from the first request to the last answer, by the number of requests. */
  readonly time: number;
  /** Microseconds of the server's processor. */
  readonly processorTime: number;
}

const connections = 8;

function requestText({ url, key }: Served, method: string, path: string, body: string): string {
  const headers = [
    `${method} ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    `authorization: Bearer ${key}`,
    ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`] : []),
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

/** Bytes of the answer that a chunk begins, or -1 where its headers are not all there. */
function answerLength(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  if (end < 0) return -1;
  const headers = chunk.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
  if (!headers.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(headers);
  return end + 4 + Number(length);
}

/** Asks for `next()` over one connection until there is none. */
function askOver(socket: Socket, next: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = 0;
    let begun: Buffer | undefined;
    const ask = () => {
      const request = next();
      if (request === undefined) {
        socket.destroy();
        resolve();
      } else socket.write(request);
    };
    socket.on('error', reject);
    socket.on('connect', ask);
    socket.on('data', (data: Buffer) => {
      try {
        if (missing > 0) missing -= data.length;
        else {
          const chunk = begun ? Buffer.concat([begun, data]) : data;
          const length = answerLength(chunk);
          begun = length < 0 ? chunk : undefined;
          if (length < 0) return;
          missing = length - chunk.length;
        }
        if (missing === 0) ask();
      } catch (error) {
        reject(error);
      }
    });
  });
}

/**
 * What a request costs under load: connections that are kept alive, each asking again when it is answered. Answers
 * are counted, not read: a client of a library is slower than the servers, and would be what is measured.
 */
export async function perRequest(
  served: Served,
  { method = 'GET', paths, body = '', amount }: Load,
): Promise<Cost> {
  const { hostname, port } = new URL(served.url);
  const requests = paths.map((path) => requestText(served, method, path, body));
  let asked = 0;
  const next = () => (asked < amount ? requests[asked++ % requests.length] : undefined);
  const before = await served.processorTime();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () =>
      askOver(connect({ host: hostname, port: Number(port), noDelay: true }), next),
    ),
  );
  const time = (performance.now() - start) * 1000;
  const processorTime = (await served.processorTime()) - before;
  return { time: time / amount, processorTime: processorTime / amount };
}

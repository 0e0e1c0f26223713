import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Exchange } from './exchange.ts';

export interface RecordingProxy {
  /** Where a storefront finds the platform for as long as it records. */
  readonly url: string;
  close(): Promise<void>;
}

/** Of one connection, and not passed on (RFC 9110, 7.6.1). */
const ofConnection = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  'host',
]);

function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}

/** So that the answer comes whole, and not packed: without a body there is nothing to say of it. */
function readable(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { 'if-none-match': _, ...others } = passedOn(headers);
  return { ...others, 'accept-encoding': 'identity' };
}

function isCall({ method, url = '' }: IncomingMessage): boolean {
  const { pathname } = new URL(url, 'http://store.invalid');
  // Documents about the API are read by tools, not relied on by a storefront.
  if (method === 'OPTIONS' || method === 'HEAD' || pathname === '/v1/openapi.json') return false;
  return pathname.startsWith('/v1/') || pathname === '/graphql';
}

function isJson(headers: IncomingHttpHeaders): boolean {
  return /\bjson\b/.test(headers['content-type'] ?? '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is passed on, and there is nothing to say of it
  }
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));
}

/** Stands in front of a platform, and tells of each call that it passes on unchanged. */
export async function startRecordingProxy(
  { target, port }: { readonly target: string; readonly port: number },
  tell: (exchange: Exchange) => void,
): Promise<RecordingProxy> {
  const behind = new URL(target);
  const ask = behind.protocol === 'https:' ? sendSecurely : send;
  const server = createServer(async (incoming, outgoing) => {
    const askedAt = performance.now();
    const body = await buffer(incoming);
    const { method = 'GET', url = '/' } = incoming;
    const { hostname, port: portBehind } = behind;
    const headers = isCall(incoming) ? readable(incoming.headers) : passedOn(incoming.headers);
    const passing = ask({ hostname, port: portBehind, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
      const chunks: Buffer[] = [];
      const isKept = isCall(incoming) && (isJson(incoming.headers) || body.length === 0);
      answer.on('data', (chunk: Buffer) => isKept && chunks.push(chunk));
      answer.on('end', () => {
        if (!isKept) return;
        const text = Buffer.concat(chunks).toString();
        tell({
          ...{ method, url, headers: flat(incoming.headers), status: answer.statusCode ?? 502 },
          body: body.length > 0 ? parsed(body.toString()) : undefined,
          answer: isJson(answer.headers) ? parsed(text) : undefined,
          ...{ askedAt, answeredAt: performance.now() },
        });
      });
      // One end that hangs up, and the other is told by the connection.
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    passing.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passing.destroy());
    passing.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has one
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

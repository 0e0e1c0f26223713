import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { verifyCallback } from '../../../runtime/providers/standard-webhooks/index.ts';
import type { Received } from './forward.ts';

/** Headers that are passed on beside the signature: they tell where a delivery belongs. */
const passedOn = ['traceparent', 'user-agent'] as const;

export interface Receiver {
  readonly url: string;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  /** Of the endpoint, once the platform has told it: what is not signed with it was sent by somebody else. */
  readonly secret: Promise<string>;
  /** What it answers is the status that the platform gets. */
  readonly take: (received: Received) => Promise<number>;
}

async function statusOf(request: IncomingMessage, { secret, take }: ReceiverOptions): Promise<number> {
  const header = (name: string) => String(request.headers[name] ?? '');
  const bytes = await buffer(request);
  if ('fault' in verifyCallback(request.headers, bytes, [await secret])) return 401;
  return take({
    id: header('webhook-id'),
    contentType: header('content-type'),
    headers: Object.fromEntries(
      passedOn.filter((name) => header(name) !== '').map((name) => [name, header(name)]),
    ),
    body: bytes.toString(),
  });
}

/** Takes deliveries at an address of this machine. One that can't be read, cut off say, is answered with 400. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const server = createServer((request, response) => {
    statusOf(request, options)
      .catch(() => 400)
      .then((status) => response.writeHead(status).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

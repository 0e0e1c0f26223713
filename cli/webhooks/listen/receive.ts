import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Received } from './forward.ts';

/** Headers that are passed on beside the signature: they tell where a delivery belongs. */
const passedOn = ['traceparent', 'user-agent'] as const;

export interface Receiver {
  readonly url: string;
  close(): Promise<void>;
}

/** Takes deliveries at an address of this machine; what `take` answers is the status that the platform gets. */
export async function startReceiver(take: (received: Received) => Promise<number>): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const header = (name: string) => String(request.headers[name] ?? '');
    const body = await text(request);
    const status = await take({
      id: header('webhook-id'),
      contentType: header('content-type'),
      headers: Object.fromEntries(
        passedOn.filter((name) => header(name) !== '').map((name) => [name, header(name)]),
      ),
      body,
    });
    response.writeHead(status).end();
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

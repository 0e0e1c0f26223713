import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes as they came: their CRC is what is signed. */
  readonly text: string;
}

/** A store's webhook endpoint. */
export interface GivenReceiver {
  readonly url: string;
  /** What it answers from now on. */
  answer(status: number): void;
  /** The next that was not taken yet, once it is there. */
  next(): Promise<Received>;
  close(): Promise<void>;
}

export async function givenReceiver(): Promise<GivenReceiver> {
  const arrived: Received[] = [];
  const waiting: ((received: Received) => void)[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const received = { headers: request.headers, text: Buffer.concat(chunks).toString('utf8') };
    response.writeHead(status).end();
    const taker = waiting.shift();
    if (taker) taker(received);
    else arrived.push(received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks/paypal`,
    answer(given) {
      status = given;
    },
    next() {
      const received = arrived.shift();
      if (received) return Promise.resolve(received);
      return new Promise((resolve) => waiting.push(resolve));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

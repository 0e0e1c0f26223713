import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Body } from '../catalog/given-store.ts';

export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly question: Body;
}

/** A tax engine or a carrier of somebody else, on this machine. */
export interface GivenAskedService {
  readonly url: string;
  /** What it was asked, oldest first. */
  readonly asked: Asked[];
  /** What it answers from now on; a number is a status with what only the shop should read. */
  answer(how: (question: Body) => object | number): void;
  close(): void;
}

export const forTheShop = 'The database tax-db.internal is down.';

export async function givenAskedService(): Promise<GivenAskedService> {
  const asked: Asked[] = [];
  let how: (question: Body) => object | number = () => 404;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question: Body = JSON.parse(Buffer.concat(chunks).toString());
      asked.push({ headers: request.headers, question });
      const answer = how(question);
      if (typeof answer === 'number') response.writeHead(answer).end(forTheShop);
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    answer: (next) => {
      how = next;
    },
    close: () => server.close(),
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { announce } from './announce.ts';

/** What a handler takes that writes down what it got: `/20` for so many milliseconds. */
function takes(url = '/0'): number {
  return Number(url.slice(1));
}

/** Takes webhooks, and answers that it did. */
const server = createServer((request, response) => {
  request.resume();
  request.on('end', async () => {
    const milliseconds = takes(request.url);
    if (milliseconds > 0) await wait(milliseconds);
    response.writeHead(200, { 'content-length': 0 }).end();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // it listens on a port
  announce({ url: `http://127.0.0.1:${port}`, key: '' });
});

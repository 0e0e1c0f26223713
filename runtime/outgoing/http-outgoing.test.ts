import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { generate } from 'selfsigned';
import { afterEach, expect, test } from 'vitest';
import { createHttpOutgoing } from './http-outgoing.ts';
import { OutgoingFailure, type OutgoingRequest } from './outgoing.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port; // it listens on a port
}

const requestTo = (url: string, changes: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  ...{ storeId: 'shop', traceId: 'trace', url, headers: { 'content-type': 'text/plain' }, body: 'Größe' },
  ...{ timeoutMilliseconds: 1000 },
  purpose: {
    ...{ kind: 'webhook', endpointId: 'whe', endpointKey: null, deliveryId: 'whd', attempt: 1 },
    ...{ eventId: 'evt', eventType: 'order.placed', subject: 'ord' },
  },
  ...changes,
});

async function failureOf(sending: Promise<unknown>): Promise<OutgoingFailure> {
  const error = await sending.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (error instanceof OutgoingFailure) return error;
  throw new Error(`It did not fail as expected: ${String(error)}`);
}

/** Names lead to these addresses, one list a look-up; the last one stays. */
function resolving(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve = (
    hostname: string,
    _options: unknown,
    callback: (error: null, addresses: LookupAddress[]) => void,
  ) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve, asked };
}

test('sends a text and answers status, headers and the beginning of the body', async () => {
  let seen = '';
  const port = await listen(
    createServer((request, response) => {
      request.on('data', (chunk) => (seen += chunk));
      request.on('end', () => response.writeHead(202, { 'x-one': '1' }).end('taken'));
    }),
  );
  const answer = await createHttpOutgoing({ allowLoopback: true }).send(
    requestTo(`http://localhost:${port}/a`),
  );
  expect(answer).toMatchObject({ status: 202, body: 'taken', isBodyCut: false });
  expect(answer.headers).toContainEqual({ name: 'x-one', value: '1' });
  expect(seen).toBe('Größe');
});

test.each([
  [['10.0.0.7']],
  [['169.254.169.254']],
  [['::ffff:127.0.0.1']],
  // One bad address is enough: which one is connected to would be chance.
  [['93.184.216.34', '127.0.0.1']],
])('a name that leads to %j is not connected to', async (addresses) => {
  let connections = 0;
  const port = await listen(createSocketServer(() => (connections += 1)));
  const { resolve } = resolving(addresses);
  const outgoing = createHttpOutgoing({ allowLoopback: false, resolve });
  const failure = await failureOf(outgoing.send(requestTo(`http://hooks.example.com:${port}/`)));
  expect(failure).toMatchObject({ reason: 'refused' });
  expect(failure.message).toContain('hooks.example.com leads to');
  expect(connections).toBe(0);
});

test('a name is resolved once a connection, and what was checked is connected to: rebinding leads nowhere', async () => {
  let connections = 0;
  const port = await listen(createSocketServer(() => (connections += 1)));
  // Public when it is checked; this machine a moment later.
  const { resolve, asked } = resolving(['192.0.2.1'], ['127.0.0.1']);
  const outgoing = createHttpOutgoing({ allowLoopback: false, resolve });
  await failureOf(
    outgoing.send(requestTo(`http://rebind.example.com:${port}/`, { timeoutMilliseconds: 200 })),
  );
  expect(asked).toEqual(['rebind.example.com']);
  const second = await failureOf(outgoing.send(requestTo(`http://rebind.example.com:${port}/`)));
  expect(second).toMatchObject({ reason: 'refused' });
  expect(connections).toBe(0);
});

test.each(['http://127.0.0.1:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://0x7f000001:PORT/'])(
  'an address of this machine is not sent to where it is hosted: %s',
  async (url) => {
    let connections = 0;
    const port = await listen(createSocketServer(() => (connections += 1)));
    const sending = createHttpOutgoing({ allowLoopback: false }).send(
      requestTo(url.replace('PORT', `${port}`)),
    );
    expect(await failureOf(sending)).toMatchObject({ reason: 'refused' });
    expect(connections).toBe(0);
  },
);

test('a redirect is answered, not followed', async () => {
  let requests = 0;
  const port = await listen(
    createServer((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    }),
  );
  const answer = await createHttpOutgoing({ allowLoopback: true }).send(
    requestTo(`http://localhost:${port}/`),
  );
  expect(answer.status).toBe(302);
  expect(requests).toBe(1);
});

test('a certificate that nobody vouches for is not trusted', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const port = await listen(createSecureServer({ key, cert }, (_request, response) => response.end()));
  const sending = createHttpOutgoing({ allowLoopback: true }).send(requestTo(`https://localhost:${port}/`));
  const failure = await failureOf(sending);
  expect(failure.reason).toBe('certificate');
  expect(failure.message).toContain(`The certificate of localhost:${port} is not valid`);
});

test('what is no HTTP, and what answers headers without end, is told in words', async () => {
  const noise = await listen(createSocketServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
  const outgoing = createHttpOutgoing({ allowLoopback: true });
  const noHttp = await failureOf(outgoing.send(requestTo(`http://localhost:${noise}/`)));
  expect(noHttp.message).toContain('did not answer in HTTP');
  const endless = await listen(
    createServer((_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end()),
  );
  const tooLong = await failureOf(outgoing.send(requestTo(`http://localhost:${endless}/`)));
  expect(tooLong.message).toContain('too large');
  const nowhere = await failureOf(outgoing.send(requestTo('http://nowhere.invalid/')));
  expect(nowhere).toMatchObject({ reason: 'name' });
});

test('a connection is used again, and one that was closed meanwhile is no failure', async () => {
  let connections = 0;
  const server = createServer((_request, response) => response.end('ok'));
  server.on('connection', () => (connections += 1));
  const port = await listen(server);
  const outgoing = createHttpOutgoing({ allowLoopback: true });
  for (let count = 0; count < 3; count += 1) {
    await outgoing.send(requestTo(`http://localhost:${port}/`));
    // The socket is given back when the answer has ended.
    await new Promise(setImmediate);
  }
  expect(connections).toBe(1);
  server.closeIdleConnections();
  expect(await outgoing.send(requestTo(`http://localhost:${port}/`))).toMatchObject({ status: 200 });
});

test('is broken off by its signal', async () => {
  const port = await listen(createServer(() => undefined));
  const controller = new AbortController();
  const sending = createHttpOutgoing({ allowLoopback: true }).send(
    requestTo(`http://localhost:${port}/`, { signal: controller.signal }),
  );
  controller.abort();
  expect(await failureOf(sending)).toMatchObject({ reason: 'aborted' });
});

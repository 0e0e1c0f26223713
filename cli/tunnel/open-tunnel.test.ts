import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import type { Ngrok, NgrokListener } from './load-ngrok.ts';
import { openTunnel, tunnelAccount } from './open-tunnel.ts';

const account = { authtoken: '2abc_secret', variable: 'NGROK_AUTHTOKEN', domain: undefined };
const { signal } = new AbortController();
const address = 'http://127.0.0.1:4000';

function refusing(message: string): Ngrok {
  return { forward: () => Promise.reject(new Error(message)) };
}

test('the address is public, and leads to the one of this machine', async () => {
  const asked: unknown[] = [];
  let isClosed = false;
  const close = async () => {
    isClosed = true;
  };
  const ngrok: Ngrok = {
    async forward(options) {
      asked.push(options);
      return { url: () => 'https://shop.ngrok.app/', close };
    },
  };
  const tunnel = await openTunnel(ngrok, address, {
    account: { ...account, domain: 'shop.ngrok.app' },
    signal,
  });
  expect(tunnel.url).toBe('https://shop.ngrok.app');
  expect(asked).toEqual([{ addr: address, authtoken: '2abc_secret', domain: 'shop.ngrok.app' }]);
  await tunnel.close();
  expect(isClosed).toBe(true);
});

test.each([
  // As the library says it without a connection.
  ['no internet', 'failed to connect session: failed to establish tcp connection', 'ngrok_unreachable'],
  [
    'a token that is none',
    'authentication failed: The authtoken you specified does not look like a proper ngrok authtoken.\nYour authtoken: 2abc_secret\n\nERR_NGROK_105\r\n',
    'ngrok_token_refused',
  ],
  ['a revoked token', 'authentication failed: …\n\nERR_NGROK_107\r\n', 'ngrok_token_refused'],
  ['too many of them', 'authentication failed: …\n\nERR_NGROK_108\r\n', 'too_many_tunnels'],
  ['another one at that domain', 'The endpoint is already online.\n\nERR_NGROK_334\r\n', 'tunnel_refused'],
])('it says what to do about %s, without the token', async (_what, message, code) => {
  const failure = await openTunnel(refusing(message), address, { account, signal }).catch((error) => error);
  expect(failure).toMatchObject({ code, fix: expect.any(String) });
  expect(
    JSON.stringify([failure.message, failure.fix, failure.details, String(failure.cause)]),
  ).not.toContain('2abc_secret');
});

test('where nothing answers it gives up, and closes what comes too late', async () => {
  const closed = new EventEmitter();
  let arrive: (listener: NgrokListener) => void = () => undefined;
  const late = new Promise<NgrokListener>((resolve) => {
    arrive = resolve;
  });
  const opening = openTunnel({ forward: () => late }, address, { account, signal, patience: 5 });
  await expect(opening).rejects.toMatchObject({ code: 'ngrok_unreachable' });
  const isClosed = once(closed, 'close');
  arrive({ url: () => 'https://late.ngrok.app', close: async () => void closed.emit('close') });
  await isClosed;
});

test('stopped while it waits, it waits no longer', async () => {
  const stopped = new AbortController();
  const opening = openTunnel({ forward: () => new Promise(() => undefined) }, address, {
    ...{ account, signal: stopped.signal },
  });
  stopped.abort(new Error('stopped'));
  await expect(opening).rejects.toThrow('stopped');
});

test('the token comes from the variable that the config names, or from the usual one', () => {
  const environment = { NGROK_AUTHTOKEN: 'usual', SHOP_NGROK: 'own' };
  expect(tunnelAccount(undefined, environment)).toMatchObject({ authtoken: 'usual', domain: undefined });
  const input = { ngrok: { authtoken: { env: 'SHOP_NGROK' }, domain: 'shop.ngrok.app' } };
  expect(tunnelAccount(input, environment)).toEqual({
    ...{ authtoken: 'own', variable: 'SHOP_NGROK', domain: 'shop.ngrok.app' },
  });
  expect(() => tunnelAccount(input, {})).toThrow('SHOP_NGROK');
});

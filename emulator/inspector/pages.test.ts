import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerPages, type SessionInfo } from './index.ts';

const session: SessionInfo = {
  store: { id: 'store_1', name: 'Demo' },
  api: 'http://localhost:4000',
  graphql: 'http://localhost:4000/graphql',
  playground: 'http://localhost:4000/playground',
  dashboard: 'http://localhost:4000/dashboard',
  storefront: null,
  tunnel: 'https://shop.ngrok.app',
  secretKey: 'hp_sk_test',
  publishableKey: 'hp_pk_test',
  versions: { headlesspro: '0.1.0', node: 'v20', database: 'SQLite' },
};

let directory: string;
let server: FastifyInstance;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(directory, '_emulator/assets'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<title>Dashboard</title>');
  writeFileSync(join(directory, '_emulator/assets/index-1.js.gz'), gzipSync('export {};'));
  server = Fastify({ forceCloseConnections: true });
  server.addHook('onRequest', async (_request, reply) => {
    reply.raw.setHeader('access-control-allow-origin', '*');
  });
  registerPages(server, { session: () => session, assetsDirectory: directory });
});

afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

describe('the session', () => {
  test('is shown to a page of this machine, and to no other origin', async () => {
    const answer = await server.inject({ url: '/_emulator/session', headers: { host: 'localhost:4000' } });
    expect(answer.json()).toEqual(session);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['a name that was rebound to this machine', { host: 'evil.example:4000' }],
    ['a name that only starts like ours', { host: 'localhost.evil.example' }],
    ['a page of another origin', { host: 'localhost:4000', origin: 'https://evil.example' }],
    ['a page of another port', { host: 'localhost:4000', origin: 'http://localhost:5173' }],
    ['a link from another site', { host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s', async (_who, headers) => {
    const answer = await server.inject({ url: '/_emulator/session', headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe('forbidden');
    expect(answer.body).not.toContain('hp_sk');
  });

  test('is refused to another machine', async () => {
    const answer = await server.inject({
      url: '/_emulator/session',
      headers: { host: 'localhost:4000' },
      remoteAddress: '192.168.1.20',
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the pages', () => {
  test('are looked at anew each time, and load nothing from elsewhere', async () => {
    const page = await server.inject('/dashboard');
    expect(page.body).toContain('Dashboard');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });

  test('keep their assets for good', async () => {
    const asset = await server.inject({
      ...{ method: 'GET', url: '/_emulator/assets/index-1.js' },
      headers: { 'accept-encoding': 'gzip, deflate' },
    });
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('javascript'),
    });
    expect(gunzipSync(asset.rawPayload).toString()).toBe('export {};');
  });

  test('say what to do where they are not built', async () => {
    const page = await server.inject('/playground');
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('npm run build');
  });
});

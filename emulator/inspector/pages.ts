import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf, type SessionInfo } from './session.ts';

export interface PagesOptions {
  /** Asked for each request, so that it may change while the emulator runs. */
  readonly session: () => SessionInfo;
  /** Where the pages were built to: `dist/dashboard`. */
  readonly assetsDirectory: string;
}

/** Below this path lies everything that the pages need; the pages themselves lie beside it. */
const prefix = '/_emulator';

/**
 * The pages load nothing but what the emulator serves; pictures of products may lie elsewhere. The dashboard shows the
 * playground and the pages of simulators, which lie on ports of their own, within itself.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https: http:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-src 'self' http://127.0.0.1:* http://localhost:*",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const notBuilt =
  '<!doctype html><title>Not built</title><p>The browser pages are not built in this checkout. ' +
  'Run <code>npm run build</code>, then load this page again.</p>';

function sendPage(reply: FastifyReply, directory: string, file: string) {
  void reply.header('cache-control', 'no-cache').header('content-security-policy', contentSecurityPolicy);
  if (existsSync(join(directory, file))) return reply.sendFile(file, directory, { cacheControl: false });
  return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
}

async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  // The API may be called from any origin; the session may not.
  reply.removeHeader('access-control-allow-origin');
  const refusal = refusalOf({ remoteAddress: request.socket.remoteAddress, headers: request.headers });
  if (refusal === undefined) return;
  await reply.code(403).type('application/problem+json').send({
    type: '/v1/problems#forbidden',
    title: 'This may be seen from this machine only.',
    status: 403,
    code: 'forbidden',
    detail: refusal,
    hint: 'Open the dashboard at the address that `hp dev` prints.',
    requestId: request.id,
  });
}

/**
 * Serves /playground and /dashboard with their assets, and the session (`/_emulator/session`). All paths are relative to where the server is mounted.
 */
export function registerPages(server: FastifyInstance, options: PagesOptions): void {
  const { assetsDirectory, session } = options;

  server.register(async (pages) => {
    pages.register(fastifyStatic, {
      root: join(assetsDirectory, '_emulator/assets'),
      prefix: `${prefix}/assets/`,
      // Their names carry a hash of their contents.
      immutable: true,
      maxAge: '365d',
      // They are packed that way, and every browser takes them so.
      preCompressed: true,
    });
    const page = (path: string, file: string, about: string) =>
      pages.get(path, { config: { about } }, (_request, reply) => sendPage(reply, assetsDirectory, file));
    page('/playground', 'playground.html', 'GraphQL, to try out.');
    page('/dashboard', 'index.html', 'What is going on here.');

    pages.register(async (local) => {
      local.addHook('onRequest', refuseStrangers);
      local.get(`${prefix}/session`, (_request, reply) =>
        reply.header('cache-control', 'no-store').send(session()),
      );
    });
  });
}

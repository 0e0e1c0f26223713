import type { FastifyInstance } from 'fastify';
import { pageHeader } from '../inspector/index.ts';
import { type ApiDocument, referencePage } from './reference-page.ts';

/** Serves /reference: the API of the store as it is configured now, drawn from its OpenAPI document. */
export function registerReference(server: FastifyInstance): void {
  server.get('/reference', { config: { about: 'The API, to read.' } }, async (_request, reply) => {
    const answer = await server.inject({ url: '/v1/openapi.json', headers: { [pageHeader]: 'true' } });
    return reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(referencePage(answer.json<ApiDocument>()));
  });
}

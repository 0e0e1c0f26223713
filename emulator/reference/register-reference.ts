import type { FastifyInstance } from 'fastify';
import { pageHeader } from '../inspector/index.ts';
import { type ApiDocument, referencePage } from './reference-page.ts';

interface Asked {
  readonly Querystring: { readonly store?: string };
}

/**
 * Serves /reference: the API of the store as it is configured now, drawn from its OpenAPI document; of a sandbox, which
 * may be configured otherwise, under `/reference?store=sbx_…`.
 *
 * `keyOf` answers the secret key of a sandbox, and throws where there is none of that id.
 */
export function registerReference(
  server: FastifyInstance,
  keyOf: (storeId: string) => Promise<string>,
): void {
  server.get<Asked>('/reference', { config: { about: 'The API, to read.' } }, async (request, reply) => {
    const { store } = request.query;
    const key = store === undefined ? undefined : await keyOf(store);
    const answer = await server.inject({
      url: '/v1/openapi.json',
      headers: { [pageHeader]: 'true', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    });
    return reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(referencePage(answer.json<ApiDocument>()));
  });
}

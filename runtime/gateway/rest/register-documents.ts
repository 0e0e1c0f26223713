import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyRing } from '../../keys/index.ts';
import { eventCatalogue, permissionTable, problemCatalogue } from '../documents/catalogues.ts';
import { openApiDocument } from '../documents/openapi.ts';
import type { Platform, ServedStore } from '../platform.ts';
import { identify } from './identify.ts';

/**
 * Documents derived from the contract. They describe a store and hold none of its data; without a key they are of
 * `defaultStoreId` where the runtime has one (the emulator), else a key says which store.
 */
export function registerDocuments(
  server: FastifyInstance,
  platform: Platform,
  keys: KeyRing,
  defaultStoreId: string | undefined,
): void {
  const storeOf = async (request: FastifyRequest): Promise<ServedStore> => {
    const fallback = defaultStoreId === undefined ? undefined : await platform.serve(defaultStoreId);
    if (fallback && request.headers.authorization === undefined) return fallback;
    return (await identify(platform, keys, request)).served;
  };
  const documents: Record<string, (served: ServedStore) => unknown> = {
    '/v1/openapi.json': ({ compiled }) =>
      compiled.derived('openapi', (contract) => openApiDocument(contract, compiled.config.name)),
    '/v1/permissions': ({ compiled }) => compiled.derived('permissions', permissionTable),
    '/v1/problems': ({ compiled }) => ({ problems: compiled.derived('problems', problemCatalogue) }),
    '/v1/event-types': ({ compiled }) => ({ eventTypes: compiled.derived('event types', eventCatalogue) }),
  };
  for (const [path, document] of Object.entries(documents)) {
    server.get(path, async (request, reply) => {
      const served = await storeOf(request);
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .send(JSON.stringify(document(served)));
    });
  }
}

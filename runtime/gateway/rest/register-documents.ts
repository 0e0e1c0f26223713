import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventCatalogue, permissionTable, problemCatalogue } from '../documents/catalogues.ts';
import { openApiDocument } from '../documents/openapi.ts';
import type { Platform, ServedStore } from '../platform.ts';
import type { Admit } from './admit.ts';

interface DerivedDocument {
  readonly path: string;
  readonly about: string;
  make(served: ServedStore): unknown;
}

/**
 * Documents derived from the contract. They describe a store and hold none of its data; without a key they are of
 * `defaultStoreId` where the runtime has one (the emulator), else a key says which store.
 */
export function registerDocuments(
  server: FastifyInstance,
  platform: Platform,
  admit: Admit,
  defaultStoreId: string | undefined,
): void {
  const storeOf = async (request: FastifyRequest, reply: FastifyReply): Promise<ServedStore> => {
    const fallback = defaultStoreId === undefined ? undefined : await platform.serve(defaultStoreId);
    if (fallback && request.headers.authorization === undefined) return fallback;
    return (await admit(request, reply)).served;
  };
  const documents: readonly DerivedDocument[] = [
    {
      path: '/v1/openapi.json',
      about: 'Every operation of the REST API, as OpenAPI 3.1.',
      make: ({ compiled }) =>
        compiled.derived('openapi', (contract) => openApiDocument(contract, compiled.config.name)),
    },
    {
      path: '/v1/permissions',
      about: 'Which scopes each operation needs.',
      make: ({ compiled }) => compiled.derived('permissions', permissionTable),
    },
    {
      path: '/v1/problems',
      about: 'Every error that an answer can carry, by code.',
      make: ({ compiled }) => ({ problems: compiled.derived('problems', problemCatalogue) }),
    },
    {
      path: '/v1/event-types',
      about: 'Every event that the platform emits, with the schema of its data.',
      make: ({ compiled }) => ({ eventTypes: compiled.derived('event types', eventCatalogue) }),
    },
  ];
  for (const { path, about, make } of documents) {
    server.get(path, { config: { about } }, async (request, reply) => {
      const served = await storeOf(request, reply);
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .send(JSON.stringify(make(served)));
    });
  }
}

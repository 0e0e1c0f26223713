import { readFile } from 'node:fs/promises';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { refused } from '../cli-error.ts';
import type { Connection } from './connect-store.ts';

interface StoreDocument {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
  read(connection: Connection): Promise<string>;
}

async function ask({ url, secretKey }: Connection, path: string, body?: object): Promise<string> {
  const response = await fetch(new URL(path, url), {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
  });
  if (response.ok) return response.text();
  throw refused('no_document', `${path} of ${url} answered with status ${response.status}.`);
}

/** What an assistant may read as a whole, by a URI of its own. */
export const storeDocuments: readonly StoreDocument[] = [
  {
    uri: 'headlesspro://config',
    name: 'headlesspro.config.ts',
    description: 'The config of the store: its product types, locales, channels, providers.',
    mimeType: 'text/x-typescript',
    read: ({ configFile }) => readFile(configFile, 'utf8'),
  },
  {
    uri: 'headlesspro://openapi.json',
    name: 'OpenAPI document',
    description:
      'Every operation of the REST API. Long: search_operations and describe_operation say it in parts.',
    mimeType: 'application/json',
    read: (connection) => ask(connection, '/v1/openapi.json'),
  },
  {
    uri: 'headlesspro://schema.graphql',
    name: 'GraphQL schema',
    description: 'The schema that /graphql answers by. Long.',
    mimeType: 'application/graphql',
    async read(connection) {
      const answer = await ask(connection, '/graphql', { query: getIntrospectionQuery() });
      return printSchema(buildClientSchema(JSON.parse(answer).data));
    },
  },
];

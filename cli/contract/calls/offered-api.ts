import type { GraphQLSchema } from 'graphql';
import { isPlainObject, type Plain } from '../../../runtime/gateway/json-schema.ts';
import { refused } from '../../cli-error.ts';
import type { Server } from '../ask-server.ts';
import { documentOf } from '../contract-of-server.ts';
import { graphqlQuery, isMutation } from './graphql-query.ts';
import { type OfferedRoute, offeredRoutes } from './offered-routes.ts';
import type { Schema } from './schema-shape.ts';

/** A call as far as it matters for what is offered. */
interface Asked {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly body: unknown;
}

/** What a server says of itself, REST and GraphQL. */
export interface OfferedApi {
  route(method: string, path: string): OfferedRoute | undefined;
  isWrite(asked: Asked): boolean;
  /** Why a GraphQL document would be refused. */
  refusals(query: string): Promise<readonly string[]>;
  /** Of the body that it answers with a status. */
  answerSchema(asked: Asked, status: number): Promise<Schema | undefined>;
}

async function readGraphql(server: Server, key: string): Promise<GraphQLSchema> {
  const { getIntrospectionQuery, offeredGraphql } = await import('./graphql-schema.ts');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: getIntrospectionQuery() });
  const answer = await server.send('/graphql', { method: 'POST', headers, body });
  const schema = offeredGraphql(answer.body);
  if (schema) return schema;
  throw refused(
    'graphql_unreadable',
    `${server.url}/graphql does not say what it offers: ${answer.status}.`,
    {
      fix: 'Check that it answers to an introspection by a secret key; some proxies refuse it.',
      lines: [answer.text.slice(0, 200)],
    },
  );
}

/** Reads what a server offers; its GraphQL schema once somebody asks for it. */
export async function offeredApi(server: Server, key: string): Promise<OfferedApi> {
  const route = offeredRoutes(await documentOf(server, key));
  let reading: Promise<GraphQLSchema> | undefined;
  const graphql = () => {
    reading ??= readGraphql(server, key);
    return reading;
  };
  async function graphqlAnswer(body: unknown): Promise<Schema | undefined> {
    const [schema, query] = [await graphql(), graphqlQuery(body)];
    if (query === undefined) return undefined;
    const { graphqlAnswerSchema } = await import('./graphql-schema.ts');
    const named: Plain = isPlainObject(body) ? body : {};
    const answer = graphqlAnswerSchema(schema, query, named.operationName);
    return answer && { schema: answer, document: {} };
  }
  return {
    route,
    isWrite({ method, path, body }) {
      if (path === '/graphql') return isMutation(graphqlQuery(body) ?? '');
      return route(method, path)?.isWrite ?? method !== 'GET';
    },
    async refusals(query) {
      const schema = await graphql();
      const { refusedSelections } = await import('./graphql-schema.ts');
      return refusedSelections(schema, query);
    },
    async answerSchema({ method, path, body }, status) {
      return path === '/graphql' ? graphqlAnswer(body) : route(method, path)?.answerSchema(status);
    },
  };
}

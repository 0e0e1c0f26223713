import { isPlainObject, type Plain } from '../../../runtime/gateway/json-schema.ts';
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

/** Reads what a server offers; its GraphQL schema once somebody asks for it. */
export async function offeredApi(server: Server, key: string): Promise<OfferedApi> {
  const route = offeredRoutes(await documentOf(server, key));
  let reading: Promise<import('graphql').GraphQLSchema | undefined> | undefined;
  const graphql = () => {
    reading ??= import('./graphql-schema.ts').then(({ offeredGraphql }) =>
      offeredGraphql(async (query) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        const body = JSON.stringify({ query });
        return (await server.send('/graphql', { method: 'POST', headers, body })).body;
      }),
    );
    return reading;
  };
  async function graphqlAnswer(body: unknown): Promise<Schema | undefined> {
    const [schema, query] = [await graphql(), graphqlQuery(body)];
    if (!schema || query === undefined) return undefined;
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
      return schema ? refusedSelections(schema, query) : ['There is no GraphQL API.'];
    },
    async answerSchema({ method, path, body }, status) {
      return path === '/graphql' ? graphqlAnswer(body) : route(method, path)?.answerSchema(status);
    },
  };
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { JsonText } from '../../context/service.ts';
import type { KeyRing } from '../../keys/index.ts';
import { createContext } from '../create-context.ts';
import type { GraphqlCaller, GraphqlEngine, GraphqlRequest } from '../graphql/index.ts';
import { handleOperation } from '../handle-operation.ts';
import type { Platform } from '../platform.ts';
import { asProblem } from '../store-problems.ts';
import { type Identity, identify } from './identify.ts';

/** GraphQL over HTTP. The engine, and the libraries it needs, are loaded by the first request. */
export function registerGraphql(server: FastifyInstance, platform: Platform, keys: KeyRing): void {
  const answer = async (request: FastifyRequest, asked: GraphqlRequest) => {
    const identity = await identify(platform, keys, request);
    request.identity = identity;
    const { createGraphqlEngine, statusOf } = await import('../graphql/index.ts');
    const { compiled } = identity.served;
    const engine = compiled.derived<GraphqlEngine>('graphql', (contract) =>
      createGraphqlEngine(contract, {
        onUnexpectedError: (error, requestId) =>
          platform.log.error({ error, requestId }, 'A GraphQL field failed in a way it should not.'),
      }),
    );
    const result = await engine.execute(asked, callerOf(platform, identity, request));
    return { status: statusOf(result), result };
  };
  server.route<{ Querystring: Record<string, string> }>({
    method: 'GET',
    url: '/graphql',
    handler: async (request, reply) => {
      const { query, operationName, variables } = request.query;
      const { status, result } = await answer(request, {
        query,
        operationName,
        variables: variables === undefined ? undefined : parseVariables(variables),
        readOnly: true,
      });
      return reply.code(status).send(result);
    },
  });
  server.route({
    method: 'POST',
    url: '/graphql',
    handler: async (request, reply) => {
      const { status, result } = await answer(request, (request.body ?? {}) as GraphqlRequest); // checked by the engine
      return reply.code(status).send(result);
    },
  });
}

/** Text that is no JSON stays text; the engine says that variables must be an object. */
function parseVariables(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withoutUndefined(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function parsed(answer: unknown): unknown {
  if (!(answer instanceof JsonText)) return answer;
  const value: unknown = JSON.parse(answer.json);
  return answer.cursors ? Object.assign(value as object, { cursors: answer.cursors() }) : value; // a list is an object
}

/** The gateway as one GraphQL request sees it: every field goes the way of an operation. */
function callerOf(platform: Platform, identity: Identity, request: FastifyRequest): GraphqlCaller {
  const { served, actor, traceId } = identity;
  const { compiled, reader } = served;
  const shared = { served, compiled, actor, traceId, requestId: request.id };
  const context = createContext({ platform, store: reader, ...shared });
  const execute: GraphqlCaller['execute'] = async (operationId, input, options = {}) => {
    try {
      const operation = compiled.operation(operationId);
      const { body } = await handleOperation(platform, {
        ...shared,
        ...options,
        operation,
        input: withoutUndefined(input),
      });
      return parsed(body);
    } catch (error) {
      throw asProblem(error) ?? error;
    }
  };
  return {
    actor,
    requestId: request.id,
    execute,
    async executeMany(operationId, inputs) {
      const batch = platform.batches.get(operationId);
      const operation = compiled.operation(operationId);
      const isAllowed = operation.operation.scopes.every((scope) => actor.scopes.includes(scope));
      if (!batch || !isAllowed || inputs.length === 1) {
        return Promise.all(
          inputs.map((input) => execute(operationId, input).catch((error: unknown) => error)),
        );
      }
      const complete = inputs.map((input) => operation.validate(withoutUndefined(input)));
      const answers = await batch(context, complete);
      const hides = actor.kind === 'publishable' && operation.hasSecrets;
      return answers.map((answer) => (hides ? operation.stripSecrets(parsed(answer)) : parsed(answer)));
    },
    async load(resourceName, ids, selection) {
      const loader = platform.loaders.get(resourceName);
      if (!loader) throw new Error(`No service loads resources of type ${resourceName}.`);
      return loader(context, ids, withoutUndefined(selection));
    },
  };
}

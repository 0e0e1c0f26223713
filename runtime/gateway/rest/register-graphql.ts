import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { JsonText } from '../../context/service.ts';
import { createContext } from '../create-context.ts';
import type { GraphqlCaller, GraphqlEngine, GraphqlRequest } from '../graphql/index.ts';
import { handleOperation } from '../handle-operation.ts';
import type { Platform } from '../platform.ts';
import { problemBody } from '../problem-body.ts';
import { asProblem } from '../store-problems.ts';
import type { Admit } from './admit.ts';
import { checkedIdempotencyKey, idempotencyKey } from './headers.ts';
import type { Identity } from './identify.ts';
import { problemToAnswer } from './register-errors.ts';
import { setProblemHeaders } from './send-problem.ts';

/** GraphQL over HTTP. The engine, and the libraries it needs, are loaded by the first request. */
export function registerGraphql(server: FastifyInstance, platform: Platform, admit: Admit): void {
  let loading: Promise<typeof import('../graphql/index.ts')> | undefined;
  const answer = async (request: FastifyRequest, reply: FastifyReply, asked: GraphqlRequest) => {
    const identity = await admit(request, reply);
    loading ??= import('../graphql/index.ts');
    const { createGraphqlEngine, statusOf } = await loading;
    const { compiled } = identity.served;
    const engine = compiled.derived<GraphqlEngine>('graphql', (contract) =>
      createGraphqlEngine(contract, {
        onUnexpectedError: (error, requestId) =>
          platform.log.error({ error, requestId }, 'A GraphQL field failed in a way it should not.'),
      }),
    );
    const result = await engine.execute(asked, callerOf(platform, identity, request, reply));
    return { status: statusOf(result), result };
  };
  const errorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    refuse(platform, error, request, reply);
  server.route<{ Querystring: Record<string, string> }>({
    method: 'GET',
    url: '/graphql',
    errorHandler,
    handler: async (request, reply) => {
      const { query, operationName, variables } = request.query;
      const { status, result } = await answer(request, reply, {
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
    errorHandler,
    config: { about: 'The same operations as GraphQL: POST {"query": "{ store { name } }"}.' },
    handler: async (request, reply) => {
      const { status, result } = await answer(request, reply, (request.body ?? {}) as GraphqlRequest); // checked by the engine
      return reply.code(status).send(result);
    },
  });
}

/** What is refused before the engine sees it (no key, no JSON, too often), in GraphQL's form. */
function refuse(
  platform: Platform,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refused = problemToAnswer(error, request, platform.log);
  const { type: _, detail: message, ...extensions } = problemBody(refused, request.id);
  setProblemHeaders(reply, refused);
  const { retryAfter } = refused.occurrence;
  return reply.code(extensions.status).send({
    errors: [{ message, extensions: retryAfter === undefined ? extensions : { ...extensions, retryAfter } }],
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
  return answer instanceof JsonText ? answer.parsed() : answer;
}

/**
 * The idempotency key of one mutation after the other: its own argument, else the request's header. Mutations run in
 * the order of the document, so those after the first are told apart by their place.
 */
function idempotencyKeys(request: FastifyRequest): (argument: string | undefined) => string | undefined {
  let place = 0;
  return (argument) => {
    if (argument !== undefined) return checkedIdempotencyKey(argument, 'idempotencyKey');
    const header = idempotencyKey(request.headers);
    place += 1;
    // No key of a caller has a space.
    return header === undefined || place === 1 ? header : `${header} ${place}`;
  };
}

/** The gateway as one GraphQL request sees it: every field goes the way of an operation. */
function callerOf(
  platform: Platform,
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): GraphqlCaller {
  const { served, actor, traceId } = identity;
  const { compiled, reader } = served;
  const shared = { served, compiled, actor, traceId, requestId: request.id };
  const context = createContext({ platform, store: reader, ...shared });
  const keyOf = idempotencyKeys(request);
  const around = platform.aroundOperation;
  const asked = <Answer>(operationId: string, carryOut: () => Promise<Answer>): Promise<Answer> =>
    around ? around({ storeId: served.id, operationId, request, reply }, carryOut) : carryOut();
  const execute: GraphqlCaller['execute'] = async (operationId, input, options = {}) => {
    try {
      const operation = compiled.operation(operationId);
      // Before anything may keep it waiting: keys are given in the order of the document.
      const idempotency = operation.isWrite ? { idempotencyKey: keyOf(options.idempotencyKey) } : {};
      const { body } = await asked(operationId, () =>
        handleOperation(platform, {
          ...{ ...shared, ...options, ...idempotency, operation },
          input: withoutUndefined(input),
        }),
      );
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
      const answers = await asked(operationId, () => batch(context, complete));
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

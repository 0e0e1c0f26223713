import { type ExecutionResult, type GraphQLSchema, execute as interpret, printSchema } from 'graphql';
import QuickLRU from 'quick-lru';
import type { Contract } from '../../contract/contract.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { GraphqlCaller } from './caller.ts';
import { type CheckedRequest, checkRequest } from './check-request.ts';
import { compileDocument } from './documents/compile-document.ts';
import { type PreparedDocument, prepareDocument } from './documents/prepared-document.ts';
import { answerError, type ReportUnexpected } from './errors.ts';
import { defaultGraphqlLimits, type GraphqlLimits } from './limits.ts';
import { RequestLoaders } from './loaders.ts';
import type { GraphqlAnswer, GraphqlRequest } from './request.ts';
import type { RequestScope } from './request-scope.ts';
import { buildSchema } from './schema/build-schema.ts';

export interface GraphqlEngineOptions {
  /** What is left out is as in `defaultGraphqlLimits`. */
  readonly limits?: Partial<GraphqlLimits>;
  /** Told of errors that are bugs; the caller sees `internal` and the request id. */
  readonly onUnexpectedError?: ReportUnexpected;
}

export interface GraphqlEngine {
  /** The schema in the Schema Definition Language. */
  readonly sdl: string;
  /** Never throws: what went wrong is in `errors`. */
  execute(request: GraphqlRequest, caller: GraphqlCaller): Promise<GraphqlAnswer>;
}

/** Refuses what this caller, or this way of asking, may not do with a document that is valid in itself. */
function authorize(prepared: PreparedDocument, request: CheckedRequest, caller: GraphqlCaller): void {
  if (request.readOnly && prepared.operation.operation !== 'query') {
    throw problem(problems.methodNotAllowed, {
      detail: 'GET answers queries only; this document is a mutation.',
      hint: 'Send mutations with POST.',
    });
  }
  if (caller.actor.kind === 'publishable' && prepared.secretFields.length > 0) {
    throw problem(problems.forbidden, {
      detail: `Only secret keys may ask for ${prepared.secretFields.join(', ')}.`,
      hint: 'Take the fields in "details.fields" out of the query, or use a secret key on a server.',
      details: { fields: prepared.secretFields },
    });
  }
}

function refuseCostly(prepared: PreparedDocument, { variables }: CheckedRequest, limit: number): void {
  const cost = prepared.cost(variables);
  if (cost <= limit) return;
  throw problem(problems.queryTooCostly, {
    detail: `The query costs ${cost}; ${limit} is allowed.`,
    details: { cost, limit },
  });
}

async function run(
  schema: GraphQLSchema,
  prepared: PreparedDocument,
  request: CheckedRequest,
  scope: RequestScope,
): Promise<ExecutionResult> {
  const compiled = await compileDocument(schema, prepared, request.operationName);
  if (compiled) return await compiled.query(undefined, scope, request.variables);
  return await interpret({
    schema,
    document: prepared.document,
    operationName: request.operationName,
    contextValue: scope,
    variableValues: request.variables,
  });
}

/**
 * GraphQL of one contract. Throws where the contract, with the store's configuration, makes no valid schema. Make a
 * new one when the contract changes; documents are compiled once for each.
 */
export function createGraphqlEngine(contract: Contract, options: GraphqlEngineOptions = {}): GraphqlEngine {
  const limits = { ...defaultGraphqlLimits, ...options.limits };
  const report = options.onUnexpectedError ?? (() => undefined);
  const schema = buildSchema(contract);
  const documents = new QuickLRU<string, PreparedDocument>({ maxSize: limits.cachedDocuments });
  let sdl: string | undefined;

  function prepare({ query, operationName }: CheckedRequest): PreparedDocument {
    const key = `${operationName ?? ''}\n${query}`;
    const known = documents.get(key);
    if (known) return known;
    const prepared = prepareDocument(schema, query, operationName, limits);
    documents.set(key, prepared);
    return prepared;
  }

  return {
    get sdl() {
      sdl ??= `${printSchema(schema)}\n`;
      return sdl;
    },
    async execute(unchecked, caller) {
      const toError = (hasRun: boolean) => (error: unknown) =>
        answerError(error, hasRun, caller.requestId, report);
      try {
        const request = checkRequest(unchecked);
        const prepared = prepare(request);
        authorize(prepared, request, caller);
        refuseCostly(prepared, request, limits.cost);
        const scope = { caller, loaders: new RequestLoaders(caller) };
        const { data, errors } = await run(schema, prepared, request, scope);
        return {
          ...(data !== undefined && { data }),
          ...(errors && { errors: errors.map(toError(data !== undefined)) }),
        };
      } catch (error) {
        const errors = error instanceof AggregateError ? error.errors : [error];
        return { errors: errors.map(toError(false)) };
      }
    },
  };
}

import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { GraphqlLimits } from '../limits.ts';
import { compileCost } from './cost.ts';
import { depthOf } from './depth.ts';
import { fragmentsOf } from './fragments.ts';
import { secretFieldsOf } from './secret-fields.ts';

/** A document that is valid for the schema, with what is known of it before it runs. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cost: (variables: Readonly<Record<string, unknown>>) => number;
  readonly secretFields: readonly string[];
  /** `never` where graphql-jit can't compile it. */
  compiled: CompiledQuery | 'not yet' | 'next time' | 'never';
}

function refuseLargeDocument(query: string, limit: number): void {
  const bytes = Buffer.byteLength(query);
  if (bytes <= limit) return;
  throw problem(problems.requestTooLarge, {
    detail: `The GraphQL document has ${bytes} bytes; ${limit} are allowed.`,
    hint: 'Send values as variables, and split the document.',
    details: { bytes, limit },
  });
}

/** graphql-js gives up on a document that would take too long to compare with itself, and says no more than that. */
function refuseInvalid(errors: readonly GraphQLError[]): void {
  if (errors.length === 1 && errors[0]?.message === 'Validation aborted.') {
    throw problem(problems.invalidQuery, {
      detail: 'The document repeats fields so often that it takes too long to validate.',
      hint: 'Ask for each field once.',
    });
  }
  if (errors.length > 0) throw new AggregateError(errors);
}

function selectOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw problem(problems.invalidQuery, {
    detail: operationName
      ? `The document has no operation named "${operationName}".`
      : 'The document has several operations, or none: "operationName" must say which one to run.',
  });
}

/**
 * Parses and validates. Throws problems for what is too large, too deep or ambiguous, a GraphQLError where the
 * syntax is wrong, and a list of them where the document doesn't fit the schema.
 */
export function prepareDocument(
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
  limits: GraphqlLimits,
): PreparedDocument {
  refuseLargeDocument(query, limits.documentBytes);
  const document = parse(query, { maxTokens: limits.documentTokens });
  refuseInvalid(validate(schema, document));
  const operation = selectOperation(document, operationName);
  const fragments = fragmentsOf(document);
  const depth = depthOf(operation, fragments);
  if (depth > limits.depth) {
    throw problem(problems.queryTooDeep, {
      detail: `The query is ${depth} levels deep; ${limits.depth} are allowed.`,
      details: { depth, limit: limits.depth },
    });
  }
  return {
    document,
    operation,
    cost: compileCost(schema, operation, fragments),
    secretFields: secretFieldsOf(schema, document),
    compiled: 'not yet',
  };
}

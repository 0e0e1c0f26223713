import type { GraphQLSchema } from 'graphql';
import type { PreparedDocument } from './prepared-document.ts';

/** Answers come from our own handlers in the contract's form, so scalars need no second look. */
const asItIs = (value: unknown): unknown => value;
const customSerializers = { Long: asItIs, DateTime: asItIs, Date: asItIs, JSON: asItIs };

/**
 * Compiles a document to a function, the second time it is asked for: compiling costs more than interpreting once.
 * What graphql-jit can't compile is interpreted for good. It is loaded with the first document that needs it,
 * because it would make a tenth of the start-up time.
 */
export async function compileDocument(
  schema: GraphQLSchema,
  prepared: PreparedDocument,
  operationName: string | undefined,
): Promise<PreparedDocument> {
  if (prepared.compiled !== undefined) return prepared;
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const compiled = compileQuery(schema, prepared.document, operationName, {
    disableLeafSerialization: true,
    disablingCapturingStackErrors: true,
    customSerializers,
  });
  prepared.compiled = isCompiledQuery(compiled) ? compiled : false;
  return prepared;
}

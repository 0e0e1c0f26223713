import type { GraphQLSchema } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { PreparedDocument } from './prepared-document.ts';

/** Answers come from our own handlers in the contract's form, so scalars need no second look. */
const asItIs = (value: unknown): unknown => value;
const customSerializers = { Long: asItIs, DateTime: asItIs, Date: asItIs, JSON: asItIs };

/**
 * The document as a function, from the second time on that it runs: compiling costs more than interpreting once.
 * Undefined where it is to be interpreted. Called after the limits were checked, because compiling takes as long as
 * the document is wide once its fragments are spread. graphql-jit is loaded with the first document that needs it,
 * so that starting up doesn't wait for it.
 */
export async function compileDocument(
  schema: GraphQLSchema,
  prepared: PreparedDocument,
  operationName: string | undefined,
): Promise<CompiledQuery | undefined> {
  if (prepared.compiled === 'not yet') {
    prepared.compiled = 'next time';
    return undefined;
  }
  if (prepared.compiled === 'next time') {
    const { compileQuery, isCompiledQuery } = await import('graphql-jit');
    const compiled = compileQuery(schema, prepared.document, operationName, {
      disableLeafSerialization: true,
      disablingCapturingStackErrors: true,
      customSerializers,
    });
    prepared.compiled = isCompiledQuery(compiled) ? compiled : 'never';
  }
  return typeof prepared.compiled === 'string' ? undefined : prepared.compiled;
}

import { GraphQLError } from 'graphql';
import { Problem, type ProblemDefinition, type ProblemOccurrence } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { GraphqlAnswerError } from './request.ts';

/** Told of errors that are nobody's problem but ours, so that they reach the log. */
export type ReportUnexpected = (error: unknown, requestId: string) => void;

/** What REST answers as problem+json, without what GraphQL says elsewhere. */
function extensionsOf(
  { code, status, title, hint }: ProblemDefinition,
  occurrence: ProblemOccurrence,
  requestId: string,
): GraphqlAnswerError['extensions'] {
  return {
    code,
    status,
    title,
    hint: occurrence.hint ?? hint,
    ...(occurrence.errors && { errors: occurrence.errors }),
    ...(occurrence.details && { details: occurrence.details }),
    ...(occurrence.retryAfter !== undefined && { retryAfter: occurrence.retryAfter }),
    requestId,
  };
}

function placeOf(error: unknown): Pick<GraphqlAnswerError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  return {
    ...(error.locations && { locations: error.locations.map(({ line, column }) => ({ line, column })) }),
    ...(error.path && { path: error.path }),
  };
}

/** A fault of the document or its variables, as graphql-js words it, and not one of running it. */
function isFaultOfTheCaller(error: unknown, hasRun: boolean): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  return !hasRun || (!error.originalError && error.message.startsWith('Argument '));
}

/** One entry of `errors`. `hasRun` says whether the error came up while fields were resolved. */
export function answerError(
  error: unknown,
  hasRun: boolean,
  requestId: string,
  report: ReportUnexpected,
): GraphqlAnswerError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof Problem) {
    const { definition, occurrence } = original;
    return {
      message: original.message,
      ...placeOf(error),
      extensions: extensionsOf(definition, occurrence, requestId),
    };
  }
  if (isFaultOfTheCaller(error, hasRun)) {
    const occurrence = { detail: error.message };
    return {
      message: error.message,
      ...placeOf(error),
      extensions: extensionsOf(problems.invalidQuery, occurrence, requestId),
    };
  }
  report(original, requestId);
  return {
    message: problems.internal.title,
    ...placeOf(error),
    extensions: extensionsOf(problems.internal, { detail: problems.internal.title }, requestId),
  };
}

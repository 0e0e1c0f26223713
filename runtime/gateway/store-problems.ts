import { Problem, problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { DocumentNotFound, InvalidPosition, UniqueViolation, VersionMismatch } from '../store/errors.ts';

/** `price_lists` reads "price list". */
function noun(collection: string): string {
  return collection.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '');
}

/** What a store refused, as a problem; undefined where the error is none of that, but a fault of ours. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof DocumentNotFound) {
    return problem(problems.notFound, { detail: `There is no ${noun(error.collection)} ${error.id}.` });
  }
  if (error instanceof VersionMismatch) {
    return problem(problems.versionConflict, {
      detail: `The ${noun(error.collection)} ${error.id} is at version ${error.actual}, not ${error.expected}.`,
      details: { expected: error.expected, actual: error.actual },
    });
  }
  if (error instanceof UniqueViolation) {
    return problem(problems.alreadyExists, {
      detail: `A ${noun(error.collection)} with ${error.key.map(String).join(' ')} exists already: ${error.holder}.`,
      details: { id: error.holder, index: error.index },
    });
  }
  if (error instanceof InvalidPosition) {
    return problem(problems.invalidCursor, {
      detail: 'The cursor in "after" does not belong to this list with these filters.',
      errors: [{ pointer: '/after', message: 'must be "page.next" of a page of the same list.' }],
    });
  }
  return undefined;
}

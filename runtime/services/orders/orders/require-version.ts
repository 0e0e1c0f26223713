import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';

/**
 * Refuses what a caller has decided by looking at another version of a thing than it is now.
 * @throws {Problem} `version_conflict`.
 */
export function requireVersion(
  { expectedVersion }: Pick<Context, 'expectedVersion'>,
  { id, version }: { readonly id: string; readonly version: number },
): void {
  if (expectedVersion === undefined || expectedVersion === version) return;
  throw problem(problems.versionConflict, {
    detail: `${id} is at version ${version}, not at ${expectedVersion}.`,
    details: { expected: expectedVersion, actual: version },
  });
}

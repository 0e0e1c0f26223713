import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where the hand-written part of an SDK lies: at the same place in the repository and in the package, where this module
 * may be part of a bundle. `place` is like `codegen/typescript/core`.
 */
export function coreFolder(place: string, start: string = import.meta.dirname): string {
  const candidate = join(start, place);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(start);
  if (parent === start) throw new Error(`${place} is missing from the package.`);
  return coreFolder(place, parent);
}

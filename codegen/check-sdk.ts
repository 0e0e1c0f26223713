import type { SdkFiles } from './generate.ts';
import { type BreakingChange, compareSurfaces } from './surface/compare-surfaces.ts';
import { readGenerated } from './write-sdk.ts';

export interface SdkCheck {
  /** Empty where the folder is what would be generated. Paths relative to the folder, sorted. */
  readonly differences: readonly { readonly path: string; readonly kind: 'missing' | 'changed' | 'stale' }[];
  /** What code written against the folder's SDK would no longer find. */
  readonly breaking: readonly BreakingChange[];
}

/** Compares a folder with what would be generated, and writes nothing. */
export function checkSdk(directory: string, files: SdkFiles): SdkCheck {
  const existing = readGenerated(directory);
  const paths = [...new Set([...files.keys(), ...existing.keys()])].sort();
  const differences = paths.flatMap((path) => {
    const before = existing.get(path);
    const after = files.get(path);
    if (before === after) return [];
    const kind = before === undefined ? 'missing' : after === undefined ? 'stale' : 'changed';
    return [{ path, kind } as const];
  });
  const surface = existing.get('api.md');
  const breaking = surface === undefined ? [] : compareSurfaces(surface, files.get('api.md') ?? '');
  return { differences, breaking };
}

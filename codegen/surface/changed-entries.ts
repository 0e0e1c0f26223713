import { parseSection, type SurfaceSection, splitSurface } from './parse-surface.ts';

export interface SurfaceChange {
  /** `store.catalog.products.list`, `ProductAttributes.fabric`; the section alone where all of it is new or gone. */
  readonly where: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** What is there, not there any more, or another between two `api.md`: breaking or not, in their order. */
export function changedEntries(before: string, after: string): SurfaceChange[] {
  const earlier = splitSurface(before);
  const later = splitSurface(after);
  const removed = [...earlier.keys()].filter((name) => !later.has(name));
  return [
    ...[...later].flatMap(([name, text]): SurfaceChange[] => {
      const was = earlier.get(name);
      if (was === undefined) return [{ where: name, kind: 'added' }];
      // Nearly all of them are the same, and need not be read.
      return was === text ? [] : changesWithin(parseSection(was), parseSection(text));
    }),
    ...removed.map((name): SurfaceChange => ({ where: name, kind: 'removed' })),
  ];
}

function changesWithin(before: SurfaceSection, after: SurfaceSection): SurfaceChange[] {
  const place = (name: string) => `${after.name}.${name}`;
  const gone = [...before.entries.keys()].filter((name) => !after.entries.has(name));
  return [
    ...[...after.entries.values()].flatMap((entry): SurfaceChange[] => {
      const was = before.entries.get(entry.name);
      if (!was) return [{ where: place(entry.name), kind: 'added' }];
      const isSame = JSON.stringify(was) === JSON.stringify(entry);
      return isSame ? [] : [{ where: place(entry.name), kind: 'changed' }];
    }),
    ...gone.map((name): SurfaceChange => ({ where: place(name), kind: 'removed' })),
  ];
}

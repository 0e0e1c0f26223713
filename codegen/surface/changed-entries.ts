import { parseSurface } from './parse-surface.ts';

export interface SurfaceChange {
  /** `store.catalog.products.list`, `ProductAttributes.fabric`; the section alone where all of it is new or gone. */
  readonly where: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** What is there, not there any more, or another between two `api.md`: breaking or not, in their order. */
export function changedEntries(before: string, after: string): SurfaceChange[] {
  const earlier = new Map(parseSurface(before).map((section) => [section.name, section]));
  const later = parseSurface(after);
  const names = new Set(later.map(({ name }) => name));
  const removed = [...earlier.keys()].filter((name) => !names.has(name));
  return [
    ...later.flatMap((section): SurfaceChange[] => {
      const other = earlier.get(section.name);
      if (!other) return [{ where: section.name, kind: 'added' }];
      const place = (name: string) => `${section.name}.${name}`;
      const gone = [...other.entries.keys()].filter((name) => !section.entries.has(name));
      return [
        ...[...section.entries.values()].flatMap((entry): SurfaceChange[] => {
          const was = other.entries.get(entry.name);
          if (!was) return [{ where: place(entry.name), kind: 'added' }];
          const isSame = JSON.stringify(was) === JSON.stringify(entry);
          return isSame ? [] : [{ where: place(entry.name), kind: 'changed' }];
        }),
        ...gone.map((name): SurfaceChange => ({ where: place(name), kind: 'removed' })),
      ];
    }),
    ...removed.map((name): SurfaceChange => ({ where: name, kind: 'removed' })),
  ];
}

import type { FieldError } from '../contract/problem.ts';
import type { PlacesConfig } from './store-config.ts';

/** A zone needs places, and a place lies in one zone only: which one applies must never depend on their order. */
export function placeFaults(
  pointer: string,
  zones: readonly (PlacesConfig & { readonly key: string })[],
): FieldError[] {
  const first = new Map<string, string>();
  return zones.flatMap(({ key, countries, regions }) => {
    if (countries.length + regions.length === 0) {
      return [{ pointer: `${pointer}/${key}`, message: 'needs "countries" or "regions".' }];
    }
    const named = [
      ...countries.map((place, index) => ({ place, at: `countries/${index}` })),
      ...regions.map((place, index) => ({ place, at: `regions/${index}` })),
    ];
    return named.flatMap(({ place, at }) => {
      const holder = first.get(place);
      if (holder !== undefined) {
        return [
          { pointer: `${pointer}/${key}/${at}`, message: `"${place}" is in the zone "${holder}" already.` },
        ];
      }
      first.set(place, key);
      return [];
    });
  });
}

import { closest, distance } from 'fastest-levenshtein';

const letters = (name: string) => [...name].sort().join('');

/** The known name that was probably meant, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const beginning = known.filter((candidate) => candidate.startsWith(name));
  if (name.length >= 2 && beginning.length === 1) return beginning[0];
  const swapped = known.find((candidate) => letters(candidate) === letters(name));
  if (swapped) return swapped;
  const candidate = closest(name, known);
  const allowed = candidate.length <= 3 ? 1 : Math.max(2, Math.floor(candidate.length / 3));
  return distance(name, candidate) <= allowed ? candidate : undefined;
}

import { seeds } from '../../emulator/seeds/index.ts';
import { usage } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';

/** The name of a seed, or an error that lists them. */
export function knownSeed(name: string): string {
  const names = seeds.map((seed) => seed.name);
  if (names.some((known) => known === name)) return name;
  const nearest = nearestName(name, names);
  throw usage('unknown_seed', `There is no seed "${name}"; there is ${names.join(', ')}.`, {
    fix: nearest ? `Did you mean ${nearest}?` : 'Choose one of them.',
    details: { seed: name, seeds: names },
  });
}

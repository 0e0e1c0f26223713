import { seeds } from '../../emulator/seeds/index.ts';
import type { LoadedConfig } from '../../runtime/config/index.ts';
import { refused, usage } from '../cli-error.ts';
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

/** The seed that a config names. Throws where there is none of that name. */
export function seedOf({ file, project }: LoadedConfig): string {
  const names = seeds.map((seed) => seed.name);
  if (names.some((known) => known === project.seed)) return project.seed;
  throw refused(
    'unknown_seed',
    `The config names the seed "${project.seed}"; there is ${names.join(', ')}.`,
    {
      fix: `Set it to one of them: seed: '${nearestName(project.seed, names) ?? names[0]}'.`,
      where: { file },
    },
  );
}

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { seeds } from '../../emulator/seeds/index.ts';
import type { LoadedConfig } from '../../runtime/config/index.ts';
import { refused, usage } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';

const isName = (seed: string) => seeds.some(({ name }) => name === seed);

/** `./products.jsonl`: a seed of ours has neither a slash nor an extension. */
const isPath = (seed: string) => /[/\\]|\.[a-z]+$/i.test(seed);

/** A seed of ours by its name, or the absolute path of a file; or an error that says what there is. */
export function knownSeed(seed: string, directory: string): string {
  if (isName(seed)) return seed;
  if (isPath(seed)) {
    const file = resolve(directory, seed);
    if (existsSync(file)) return file;
    throw usage('no_such_file', `There is no file ${seed} to take as a seed.`, {
      fix: 'Check the path; it is relative to the folder you are in.',
      details: { seed, file },
    });
  }
  const names = seeds.map(({ name }) => name);
  const nearest = nearestName(seed, names);
  throw usage('unknown_seed', `There is no seed "${seed}"; there is ${names.join(', ')}.`, {
    fix: nearest ? `Did you mean ${nearest}?` : 'Choose one of them, or give the path of a file.',
    details: { seed, seeds: names },
  });
}

/** The seed that a config names; a file is relative to the config. Throws where there is none. */
export function seedOf({ file, project: { seed } }: LoadedConfig): string {
  if (isName(seed)) return seed;
  if (isPath(seed)) {
    const path = resolve(dirname(file), seed);
    if (existsSync(path)) return path;
    throw refused('no_such_seed_file', `The config names the seed file "${seed}", and there is none.`, {
      fix: "Write it with `hp export`, or correct the path; it is relative to the config. Without: seed: 'empty'.",
      where: { file },
    });
  }
  const names = seeds.map(({ name }) => name);
  throw refused('unknown_seed', `The config names the seed "${seed}"; there is ${names.join(', ')}.`, {
    fix: `Set it to one of them: seed: '${nearestName(seed, names) ?? names[0]}'.`,
    where: { file },
  });
}

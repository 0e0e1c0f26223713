import type { SdkInput } from '../../runtime/config/index.ts';
import { electronics } from './electronics/index.ts';
import { empty } from './empty/index.ts';
import { fashion } from './fashion/index.ts';
import { printConfig } from './print-config.ts';
import type { Seed } from './seed.ts';
import { type SeedName, summaries } from './summaries.ts';

export { applySeed, configOf, type SeedReport, type SeedTarget } from './apply-seed.ts';
export { printConfig } from './print-config.ts';
export type { Seed } from './seed.ts';
export { sized } from './sized.ts';
export type { SeedName } from './summaries.ts';

/** A seed before it is built. */
export interface NamedSeed {
  /** What `--seed` takes. */
  readonly name: SeedName;
  /** One line on what is in it. */
  readonly summary: string;
  /** The data; built anew by each call, in some 40 ms. */
  build(): Seed;
  /**
   * The text of `headlesspro.config.ts` for a new project, under a name of its own where one is given, and with the SDKs
   * that are to be written.
   */
  configSource(storeName?: string, sdk?: SdkInput): string;
}

const builders = { fashion, electronics, empty } as const satisfies Record<SeedName, () => Seed>;

const seedNote = 'What a new local store is filled with, and what `hp reset` goes back to. Never pushed.';

const sdkNote = 'The SDKs that `hp dev` and `hp generate` write. Never pushed.';

function namedSeed(name: SeedName): NamedSeed {
  const build = builders[name];
  return {
    name,
    summary: summaries[name],
    build,
    configSource(storeName, sdk) {
      const { config, notes } = build();
      const { name: ownName, ...settings } = config;
      const declared = { name: storeName ?? ownName, ...settings, seed: name, ...(sdk ? { sdk } : {}) };
      return printConfig(declared, { ...notes, '/seed': seedNote, '/sdk': sdkNote });
    },
  };
}

/** All seeds, the default first. */
export const seeds: readonly NamedSeed[] = (Object.keys(summaries) as SeedName[]).map(namedSeed);

/** Throws where there is no such seed, naming those there are. */
export function seedNamed(name: string): NamedSeed {
  const found = seeds.find((seed) => seed.name === name);
  if (found) return found;
  throw new Error(`There is no seed "${name}"; there are ${seeds.map((seed) => seed.name).join(', ')}.`);
}

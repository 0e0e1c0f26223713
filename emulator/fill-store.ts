import { existsSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { Problem } from '../runtime/contract/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { applySeedFile, UnreadableSeed } from './seed-file.ts';
import { applySeed, type SeedReport, seedNamed } from './seeds/index.ts';

/** The config does not declare what the seed's products use. */
export class UnfitSeed extends Error {
  readonly seed: string;

  constructor(seed: string, reason: string) {
    super(`The seed "${basename(seed)}" does not fit the config: ${reason}`);
    this.name = 'UnfitSeed';
    this.seed = seed;
  }
}

/** A seed of ours by its name, or a file by its absolute path. Throws where there is none. */
export function requireSeed(seed: string): void {
  if (!isAbsolute(seed)) seedNamed(seed);
  else if (!existsSync(seed)) {
    throw new UnreadableSeed(seed, undefined, 'There is no such file.', 'Correct `seed` in the config.');
  }
}

function apply(runtime: Runtime, storeId: string, seed: string): Promise<SeedReport> {
  if (isAbsolute(seed)) return applySeedFile(runtime, storeId, seed);
  return applySeed(runtime, storeId, seedNamed(seed).build());
}

/**
 * Fills a store from a seed (see `requireSeed`); what is there already stays. Throws `UnfitSeed` where the config is
 * of another kind.
 */
export async function fillStore(runtime: Runtime, storeId: string, seed: string): Promise<SeedReport> {
  const report = await apply(runtime, storeId, seed).catch((error: unknown) => {
    if (error instanceof Problem) throw new UnfitSeed(seed, error.message);
    throw error;
  });
  if (report.refused.length > 0) throw new UnfitSeed(seed, report.refused.slice(0, 3).join(' '));
  return report;
}

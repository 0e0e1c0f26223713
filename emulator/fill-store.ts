import { Problem } from '../runtime/contract/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { applySeed, type SeedReport, seedNamed } from './seeds/index.ts';

/** The config does not declare what the seed's products use. */
export class UnfitSeed extends Error {
  readonly seed: string;

  constructor(seed: string, reason: string) {
    super(`The seed "${seed}" does not fit the config: ${reason}`);
    this.name = 'UnfitSeed';
    this.seed = seed;
  }
}

/** Fills a store from a seed; what is there already stays. Throws `UnfitSeed` where the config is of another kind. */
export async function fillStore(runtime: Runtime, storeId: string, seed: string): Promise<SeedReport> {
  const report = await applySeed(runtime, storeId, seedNamed(seed).build()).catch((error: unknown) => {
    if (error instanceof Problem) throw new UnfitSeed(seed, error.message);
    throw error;
  });
  if (report.refused.length > 0) throw new UnfitSeed(seed, report.refused.slice(0, 3).join(' '));
  return report;
}

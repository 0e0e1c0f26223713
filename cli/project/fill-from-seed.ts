import type { Emulator } from '../../emulator/index.ts';
import { applySeed, type SeedReport, seedNamed } from '../../emulator/seeds/index.ts';

export type { SeedReport } from '../../emulator/seeds/index.ts';

/** Fills a running store from a seed; what is there already stays. */
export function fillFromSeed(emulator: Emulator, name: string): Promise<SeedReport> {
  return applySeed(emulator.runtime, emulator.storeId, seedNamed(name).build());
}

import { collectionsOf } from '../runtime/runtime.ts';
import { services } from '../runtime/services/index.ts';
import type { Collection } from '../runtime/store/port.ts';
import { clockCollection } from './clock/stored-clock.ts';
import { faultCollection } from './faults/stored-faults.ts';
import { simulators } from './simulators/index.ts';

/** What every file of the emulator holds: the platform's collections and those of the simulators. */
export const emulatorCollections: readonly Collection[] = [
  ...collectionsOf(services),
  ...simulators.flatMap(({ collections }) => collections),
  clockCollection,
  faultCollection,
];

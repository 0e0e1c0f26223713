import { join } from 'node:path';
import { Snapshots } from '../../emulator/snapshots/index.ts';
import type { Project } from '../project/find-project.ts';

/** The snapshots of a project, which can be read whether its store runs or not. */
export function projectSnapshots({ stateDirectory }: Project): Snapshots {
  return new Snapshots(join(stateDirectory, 'snapshots'));
}

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localState } from '../local-state.ts';
import { keepAllSandboxes } from '../sandboxes/keep-all-sandboxes.ts';
import { type ContainerHead, readContainer } from '../snapshots/container.ts';
import type { BundleManifest } from './write-bundle.ts';

/**
 * Puts the store of a bundle into an empty folder, from where `startEmulator` goes on with it.
 * @throws {UnreadableContainer}
 */
export async function openBundle(file: string, directory: string): Promise<ContainerHead & BundleManifest> {
  const unpacked = join(directory, 'bundle');
  mkdirSync(unpacked, { mode: 0o700 });
  const manifest = await readContainer<BundleManifest>(file, 'bundle', unpacked);
  renameSync(join(unpacked, 'content'), localState(directory).directory);
  rmSync(unpacked, { recursive: true });
  // However long ago the run was.
  await keepAllSandboxes(localState(directory).sandboxes);
  return manifest;
}

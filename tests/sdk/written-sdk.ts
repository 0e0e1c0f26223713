import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type SdkFiles, writeSdk } from '../../codegen/index.ts';

/** Writes an SDK into a fresh folder below tests/output; its path. */
export async function writtenSdk(name: string, files: SdkFiles): Promise<string> {
  const folder = join(resolve(import.meta.dirname, '../output'), name);
  await rm(folder, { recursive: true, force: true });
  writeSdk(folder, files);
  return folder;
}

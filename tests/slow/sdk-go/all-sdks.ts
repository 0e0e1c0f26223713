import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { generateSdk, writeSdk } from '../../../codegen/index.ts';
import type { Contract } from '../../../runtime/contract/contract.ts';
import { seedContract } from '../../sdk/seed-sdk.ts';

const cases = resolve(import.meta.dirname, '../../../codegen/cases');

/** The contracts of the demo store and of every case, by the folder of their SDKs. */
export async function allContracts(): Promise<ReadonlyMap<string, Contract>> {
  const names = (await readdir(cases)).filter((name) => name.endsWith('.contract.ts'));
  const contracts = new Map([['demo-store', seedContract()]]);
  for (const name of names) {
    const { default: contract } = await import(join(cases, name));
    contracts.set(name.replace('.contract.ts', ''), contract);
  }
  return contracts;
}

/** All SDKs as packages of one module, so that each tool starts once; its folder. */
export async function writeAllSdks(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, contract] of await allContracts()) {
    const files = new Map(generateSdk({ contract, language: 'go', goModule: `store.local/all/${name}` }));
    files.delete('go.mod');
    await writeSdk(join(folder, name), files);
  }
  await writeFile(join(folder, 'go.mod'), 'module store.local/all\n\ngo 1.22\n');
  return folder;
}

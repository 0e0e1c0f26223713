import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Case, caseNames, loadCase } from '../../../codegen/cases/load-case.ts';
import { generateSdk, writeSdk } from '../../../codegen/index.ts';
import { seedContract } from '../../sdk/seed-sdk.ts';

/** The demo store and every case, by the folder of their SDKs. */
async function allCases(): Promise<ReadonlyMap<string, Case>> {
  const cases = new Map<string, Case>([['demo-store', { contract: seedContract(), options: {} }]]);
  for (const name of await caseNames()) cases.set(name, await loadCase(name));
  return cases;
}

export const allSdksModule = 'store.local/all';

/** All SDKs as packages of one module, so that each tool starts once; their folders in it. */
export async function writeAllSdks(folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  const cases = await allCases();
  for (const [name, { contract, options }] of cases) {
    const goModule = `${allSdksModule}/${name}`;
    const files = new Map(generateSdk({ contract, ...options, language: 'go', goModule }));
    files.delete('go.mod');
    writeSdk(join(folder, name), files);
  }
  await writeFile(join(folder, 'go.mod'), `module ${allSdksModule}\n\ngo 1.22\n`);
  return [...cases.keys()];
}

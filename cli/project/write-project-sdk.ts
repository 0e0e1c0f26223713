import { generateSdk, type SdkFiles, type WrittenSdk, writeSdk } from '../../codegen/index.ts';
import { loadConfig, type StoreConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { findProject } from './find-project.ts';
import { sdkFolder } from './sdk-folder.ts';

/** The TypeScript SDK of a store, by its configuration alone: nothing has to run. */
export function sdkOf(config: StoreConfig): SdkFiles {
  return generateSdk({ contract: createContract(config), language: 'typescript' });
}

/** Reads the config of a project folder and brings its SDK up to date. */
export async function writeProjectSdk(directory: string, out = sdkFolder(directory)): Promise<WrittenSdk> {
  const { config } = await loadConfig(findProject(directory).configFile);
  return writeSdk(out, sdkOf(config));
}

import { writeSdk } from '../../codegen/index.ts';
import { loadConfig } from '../../runtime/config/index.ts';
import { findProject } from '../project/find-project.ts';
import { projectSdks } from '../project/project-sdks.ts';
import { sdkFiles } from '../project/sdk-files.ts';

/** Writes the SDKs that the config of a new project names. */
export async function writeSdks(directory: string): Promise<void> {
  const { config, project } = await loadConfig(findProject(directory).configFile);
  const sdks = projectSdks(directory, project.sdk);
  for (const [index, files] of sdkFiles(config, sdks).entries()) {
    const sdk = sdks[index];
    if (sdk) writeSdk(sdk.folder, files);
  }
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { writeTypeScriptProject } from '../../codegen/cases/typescript-project.ts';
import {
  type GenerateOptions,
  generateSdk,
  type ImportExtension,
  type SdkFiles,
  writeSdk,
} from '../../codegen/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

export function fashionSdk(options: Partial<GenerateOptions> = {}): SdkFiles {
  return generateSdk({ contract: createContract(fashionConfig), language: 'typescript', ...options });
}

export interface Project {
  readonly directory: string;
  /** What the compiler says, a line each. */
  compile(): Promise<string[]>;
}

/** The SDK of the test store in a project of its own, in `headlesspro/`, beside the files given. */
export async function givenProject(
  name: string,
  sources: Readonly<Record<string, string>>,
  options: {
    readonly importExtension?: ImportExtension;
    readonly compilerOptions?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Project> {
  const directory = resolve(import.meta.dirname, '../output', name);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  writeSdk(join(directory, 'headlesspro'), fashionSdk(options));
  for (const [path, text] of Object.entries(sources)) await writeFile(join(directory, path), text);
  await writeTypeScriptProject(directory, options.compilerOptions);
  return {
    directory,
    async compile() {
      const inProject = { preferLocal: true, reject: false, cwd: directory } as const;
      const { stdout } = await execa('tsc', ['-p', '.'], inProject);
      return stdout.split('\n').filter((line) => line !== '');
    },
  };
}

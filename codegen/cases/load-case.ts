import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from '../../runtime/contract/contract.ts';
import type { GenerateOptions } from '../index.ts';

/** A case is a contract and, where it needs any, `options` of generating beside it. */
export interface Case {
  readonly contract: Contract;
  readonly options: Partial<GenerateOptions>;
}

/** `reading-and-writing` of `reading-and-writing.contract.ts`, sorted. */
export async function caseNames(directory: string = import.meta.dirname): Promise<string[]> {
  const files = await readdir(directory);
  return files
    .filter((file) => file.endsWith('.contract.ts'))
    .map((file) => file.replace('.contract.ts', ''))
    .sort();
}

export async function loadCase(name: string, directory: string = import.meta.dirname): Promise<Case> {
  const module: { default: Contract; options?: Partial<GenerateOptions> } = await import(
    join(directory, `${name}.contract.ts`)
  );
  return { contract: module.default, options: module.options ?? {} };
}

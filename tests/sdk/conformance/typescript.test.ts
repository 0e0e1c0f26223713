import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import { writeTypeScriptProject } from '../../../codegen/cases/typescript-project.ts';
import { writeSdk } from '../../../codegen/index.ts';
import { seedSdk } from '../seed-sdk.ts';
import { describeConformance } from './describe-conformance.ts';

const root = resolve(import.meta.dirname, '../../..');

describeConformance('TypeScript', async () => {
  const folder = join(root, 'tests', 'output', 'conformance-typescript');
  await rm(folder, { recursive: true, force: true });
  writeSdk(join(folder, 'headlesspro'), seedSdk('typescript', { importExtension: '.ts' }));
  const source = await readFile(join(import.meta.dirname, 'drivers/typescript/driver.ts'), 'utf8');
  await writeFile(join(folder, 'driver.ts'), source.replace(/^\/\/ @ts-nocheck.*\n/, ''));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeTypeScriptProject(folder, { allowImportingTsExtensions: true, types: ['node'] });
  const checked = await execa('tsc', ['-p', folder], { preferLocal: true, reject: false, cwd: root });
  expect(checked.stdout).toBe('');
  return { command: process.execPath, words: ['--import', 'tsx', 'driver.ts'], folder };
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { generateSdk } from '../../../codegen/index.ts';
import { writtenSdk } from '../written-sdk.ts';
import { codeBlocks, moduleName } from './code-blocks.ts';
import { docsContract } from './docs-store.ts';
import { typeScriptModule } from './typescript-module.ts';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ESNext', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  pretty: false,
};

test('what the docs show in TypeScript compiles', async () => {
  const folder = resolve(import.meta.dirname, '../../output/docs-typescript');
  // A block is named by its line, which the next change of the page moves.
  await rm(folder, { recursive: true, force: true });
  await writtenSdk(
    'docs-typescript/headlesspro',
    generateSdk({ contract: docsContract(), language: 'typescript' }),
  );
  // The tutorial's files stand beside `src/`.
  await mkdir(join(folder, 'src', 'headlesspro'), { recursive: true });
  await writeFile(join(folder, 'src/headlesspro/index.ts'), `export * from '../../headlesspro/index.js';\n`);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const blocks = codeBlocks('ts');
  for (const block of blocks)
    await writeFile(join(folder, `${moduleName(block)}.ts`), typeScriptModule(block));
  const { stdout } = await execa('tsc', ['-p', '.'], { cwd: folder, preferLocal: true, reject: false });
  expect(stdout).toBe('');
  expect(blocks.length).toBeGreaterThan(30);
});

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { GenerationError, generateSdk, type Language, writeSdk } from '../index.ts';
import { caseNames, loadCase } from './load-case.ts';
import { writeTypeScriptProject } from './typescript-project.ts';

const here = import.meta.dirname;

const handWritten = /(^|\/_)core\/|^options\.go$|^errors\.go$|^webhooks\/verify\.go$/;

/** What is printed; the hand-written part is the same for all. */
function printed(files: ReadonlyMap<string, string>): string {
  return [...files]
    .filter(([path]) => !handWritten.test(path) || path === 'core/error-codes.ts')
    .map(([path, text]) => `=== ${path}\n${text}`)
    .join('\n');
}

const cases = await caseNames();
/** What no SDK can say, and beside it, a folder a language, what that one can not. */
const refusals = [
  ...(await refusalsOf('typescript', '')),
  ...(await refusalsOf('python', 'python/')),
  ...(await refusalsOf('go', 'go/')),
];

async function refusalsOf<As extends Language>(language: As, folder: string) {
  const names = await caseNames(join(here, 'errors', folder));
  return names.map((name) => ({ name: `${folder}${name}`, language }));
}

describe.each(cases)('%s', (name) => {
  test.each(['typescript', 'python', 'go'] as const)('prints what was reviewed in %s', async (language) => {
    const { contract, options } = await loadCase(name);
    const files = generateSdk({ contract, language, ...options });
    await expect(printed(files)).toMatchFileSnapshot(`${name}.${language}.txt`);
  });
});

describe('every case', () => {
  const project = join(here, '../../tests/output/sdk-cases');

  beforeAll(async () => {
    await rm(project, { recursive: true, force: true });
    await mkdir(project, { recursive: true });
    for (const name of cases) {
      const { contract, options } = await loadCase(name);
      writeSdk(join(project, name), generateSdk({ contract, language: 'typescript', ...options }));
    }
    await writeTypeScriptProject(project);
  });

  test('compiles under the strictest settings, with no types but those of the web', async () => {
    const { stdout } = await execa('tsc', ['-p', project], { preferLocal: true, reject: false });
    expect(stdout).toBe('');
  });

  test('is formatted already', async () => {
    const folders = cases.map((name) => join(project, name));
    const biome = ['format', '--vcs-use-ignore-file=false', ...folders];
    const { exitCode, stderr } = await execa('biome', biome, { preferLocal: true, reject: false });
    expect(exitCode === 0 ? '' : stderr).toBe('');
  });
});

describe('refuses', () => {
  test.each(refusals)('$name', async ({ name, language }) => {
    const { contract, options } = await loadCase(name, join(here, 'errors'));
    const generate = () => generateSdk({ contract, language, ...options });
    expect(generate).toThrow(GenerationError);
    const message = await Promise.resolve()
      .then(generate)
      .catch((error: Error) => error.message);
    await expect(`${message}\n`).toMatchFileSnapshot(`errors/${name}.txt`);
  });
});

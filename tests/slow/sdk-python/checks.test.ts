import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { caseNames, loadCase } from '../../../codegen/cases/load-case.ts';
import { generateSdk, type SdkFiles } from '../../../codegen/index.ts';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { checkPython } from './check-python.ts';
import { editions, newest, whyPythonIsMissing } from './python-environment.ts';

const leftOut = ['orders', 'payments', 'webhooks', 'analytics', 'fraud', 'mail', 'integrations'];

describeUnless(whyPythonIsMissing, 'the Python SDK', () => {
  let folder: string;
  beforeAll(async () => {
    // Side by side in one folder: starting four tools takes longer than their work.
    const sdks = [...(await casesOfPython()), smallSdk(), seedSdk('python')];
    folder = await writtenSdk('sdk-python', new Map(sdks.flatMap((files) => [...files])));
  });

  test('of every case is formatted, and ruff, mypy --strict and pyright have nothing to say, nor of what is written with it', async () => {
    await copyFile(join(import.meta.dirname, 'program.py'), join(folder, 'program.py'));
    await extractExamples(folder);
    expect(await checkPython(folder)).toBe('');
  });

  test('has both type checkers find mistakes', async () => {
    await copyFile(join(import.meta.dirname, 'mistakes.py'), join(folder, 'mistakes.py'));
    const python = await newest.python();
    const inFolder = { cwd: folder, reject: false, preferLocal: true } as const;
    const mypy = await execa(python, ['-m', 'mypy', '--strict', 'mistakes.py'], inFolder);
    const pyright = await execa('pyright', ['--pythonpath', python, 'mistakes.py'], inFolder);
    await rm(join(folder, 'mistakes.py'));
    for (const { stdout } of [mypy, pyright]) {
      const found = [...stdout.matchAll(/mistakes\.py:(\d+)(?=:.*error)/g)].map((match) => Number(match[1]));
      expect([...new Set(found)]).toEqual([7, 8, 9, 10, 11, 12]);
    }
  });

  test.each(editions)('imports nothing before it is used ($name)', async (edition) => {
    const python = await edition.python();
    const script = [
      'import sys, headlesspro_store',
      'print([name for name in ("httpx", "pydantic") if name in sys.modules])',
      'store = headlesspro_store.Store(url="http://127.0.0.1:1", secret_key="x")',
      'print([name for name in sys.modules if name.startswith("headlesspro_store.resources")])',
      'store.catalog.categories',
      'print([name for name in sys.modules if name.startswith("headlesspro_store.resources.")])',
    ].join('\n');
    const { stdout } = await execa(python, ['-c', script], { cwd: folder });
    expect(stdout.split('\n')).toEqual([
      '[]',
      '[]',
      "['headlesspro_store.resources.catalog', 'headlesspro_store.resources.catalog.categories']",
    ]);
  });

  test.each(editions)('finds every type that it names ($name)', async (edition) => {
    const script = join(import.meta.dirname, 'use_every_name.py');
    const packages = ['headlesspro_store', 'small_store', 'awkward_words'];
    const env = { PYTHONPATH: folder };
    const { stdout } = await execa(await edition.python(), [script, ...packages], { env });
    expect(stdout.split('\n')).toEqual(packages.map((name) => `${name} True True`));
    const services = await readdir(join(folder, 'small_store', 'resources'));
    expect(services).toContain('catalog');
    expect(services.filter((name) => leftOut.includes(name.replace('.py', '')))).toEqual([]);
  });

  test('is a package that pip installs', async () => {
    const python = await newest.python();
    const target = join(folder, '..', 'sdk-python-installed');
    await rm(target, { recursive: true, force: true });
    await execa(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', target, folder]);
    expect(await readdir(join(target, 'headlesspro_store'))).toContain('py.typed');
  });
});

/** An SDK for every case, each a package of its own name. */
async function casesOfPython(): Promise<readonly SdkFiles[]> {
  const names = await caseNames();
  return Promise.all(
    names.map(async (name) => {
      const { contract, options } = await loadCase(name);
      const pythonPackage = name.replaceAll('-', '_');
      return generateSdk({ contract, language: 'python', pythonPackage, ...options });
    }),
  );
}

/** The demo store without some of its services: what is left must not miss them. */
function smallSdk(): SdkFiles {
  return seedSdk('python', { without: leftOut, pythonPackage: 'small_store' });
}

/** The examples of each package's docstrings, as a module in `examples/`. */
async function extractExamples(folder: string): Promise<void> {
  const python = await newest.python();
  const script = join(import.meta.dirname, 'extract_examples.py');
  await mkdir(join(folder, 'examples'));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'examples') continue;
    const target = join('examples', `${entry.name}_examples.py`);
    const { stdout } = await execa(python, [script, entry.name, target], {
      cwd: folder,
      env: { PYTHONPATH: folder },
    });
    expect(Number(stdout), entry.name).toBeGreaterThan(0);
  }
}

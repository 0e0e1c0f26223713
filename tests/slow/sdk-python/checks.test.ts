import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseNames, loadCase } from '../../../codegen/cases/load-case.ts';
import { generateSdk } from '../../../codegen/index.ts';
import { createContract } from '../../../runtime/contract/contract.ts';
import { fashionConfig } from '../../fixtures/store-config.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { checkPython, isPythonMissing, pythonEnvironment } from './python-environment.ts';

describe.skipIf(isPythonMissing)('the Python SDK', () => {
  let folder: string;
  beforeAll(async () => {
    const contract = createContract(fashionConfig);
    folder = await writtenSdk('sdk-python', generateSdk({ contract, language: 'python' }));
  });

  test('is formatted, and ruff, mypy --strict and pyright have nothing to say, nor of a program with it', async () => {
    await copyFile(join(import.meta.dirname, 'program.py'), join(folder, 'program.py'));
    expect(await checkPython(folder)).toBe('');
  });

  test('has both type checkers find mistakes', async () => {
    await copyFile(join(import.meta.dirname, 'mistakes.py'), join(folder, 'mistakes.py'));
    const python = await pythonEnvironment();
    const inFolder = { cwd: folder, reject: false, preferLocal: true } as const;
    const mypy = await execa(python, ['-m', 'mypy', '--strict', 'mistakes.py'], inFolder);
    const pyright = await execa('pyright', ['--pythonpath', python, 'mistakes.py'], inFolder);
    await rm(join(folder, 'mistakes.py'));
    for (const { stdout } of [mypy, pyright]) {
      const found = [...stdout.matchAll(/mistakes\.py:(\d+)(?=:.*error)/g)].map((match) => Number(match[1]));
      expect([...new Set(found)]).toEqual([7, 8, 9, 10, 11, 12]);
    }
  });

  test('imports nothing before it is used', async () => {
    const python = await pythonEnvironment();
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

  test('is a package that pip installs', async () => {
    const python = await pythonEnvironment();
    const target = join(folder, '..', 'sdk-python-installed');
    await rm(target, { recursive: true, force: true });
    await execa(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', target, folder]);
    expect(await readdir(join(target, 'headlesspro_store'))).toContain('py.typed');
  });
});

describe.skipIf(isPythonMissing)('every case', () => {
  test('is formatted, and ruff, mypy --strict and pyright have nothing to say', async () => {
    for (const name of await caseNames()) {
      const { contract, options } = await loadCase(name);
      const pythonPackage = name.replaceAll('-', '_');
      const folder = await writtenSdk(
        `sdk-python-cases/${pythonPackage}`,
        generateSdk({ contract, language: 'python', pythonPackage, ...options }),
      );
      expect(await checkPython(folder), name).toBe('');
    }
  });
});

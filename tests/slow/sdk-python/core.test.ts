import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { editions, newest, whyPythonIsMissing } from './python-environment.ts';

/** In Python's own words, by pytest; here, because a folder of an SDK has nothing in it but the SDK. */
const tests = join(import.meta.dirname, 'core');

describeUnless(whyPythonIsMissing, 'the hand-written part of the Python SDK', () => {
  let sdk: string;
  beforeAll(async () => {
    sdk = await writtenSdk('sdk-python-core', seedSdk('python'));
  });

  test.each(editions)('passes its own tests by $name', async ({ python }) => {
    const env = { PYTHONPATH: sdk, PYTHONDONTWRITEBYTECODE: '1' };
    const pytest = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '-W', 'error', '.'];
    const { all, failed } = await execa(await python(), pytest, {
      cwd: tests,
      env,
      reject: false,
      all: true,
    });
    expect(failed ? all : '').toBe('');
  });

  test('has tests that are formatted and linted', async () => {
    const python = await newest.python();
    const inTests = { cwd: tests, reject: false, all: true } as const;
    const target = ['--no-cache', '--target-version', 'py310', '.'];
    const format = await execa(python, ['-m', 'ruff', 'format', '--diff', '--quiet', ...target], inTests);
    const check = await execa(python, ['-m', 'ruff', 'check', '--quiet', ...target], inTests);
    expect(format.all + check.all).toBe('');
  });
});

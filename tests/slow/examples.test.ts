import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { startEmulator } from '../../emulator/index.ts';
import { loadConfig } from '../../runtime/config/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** On a machine that does much else beside it. */
const slowly = '--testTimeout=60000';

/** Each example with a test that fails, beside its own. */
const examples = {
  vitest: {
    packages: ['vitest'],
    command: ['node_modules/vitest/vitest.mjs', 'run', '--no-color', slowly],
    file: 'failing.test.ts',
    failing: `import { createSandbox } from 'headlesspro/testing';
      import { expect, test } from 'vitest';
      test('fails with vitest', async (context) => {
        await using store = await createSandbox({ test: context });
        expect((await store.given.product()).title).toBe('Coffee');
      });`,
  },
  'node-test': {
    packages: [],
    command: ['--test', '--test-reporter=spec'],
    file: 'failing.test.js',
    failing: `import assert from 'node:assert/strict';
      import test from 'node:test';
      import { createSandbox } from 'headlesspro/testing';
      test('fails with node-test', async (t) => {
        const store = await createSandbox({ test: t });
        assert.equal((await store.given.product()).title, 'Coffee');
      });`,
  },
  jest: {
    packages: ['jest', '@jest'],
    command: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', slowly],
    file: 'failing.test.js',
    failing: `import { expect, test } from '@jest/globals';
      import { withSandbox } from 'headlesspro/testing';
      test('fails with jest', withSandbox(async (store) => {
        expect((await store.given.product()).title).toBe('Coffee');
      }));`,
  },
} as const;

type Example = keyof typeof examples;

/** A project as its user has it: the built package, and the runner, in `node_modules`. */
function project(example: Example): string {
  const folder = mkdtempSync(join(tmpdir(), `headlesspro-example-${example}-`));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'examples', example), folder, { recursive: true });
  const link = (name: string, to: string) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(to, path);
  };
  link('headlesspro', root);
  for (const name of examples[example].packages) link(name, join(root, 'node_modules', name));
  writeFileSync(join(folder, examples[example].file), examples[example].failing);
  return folder;
}

function run(example: Example, environment: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((done) => {
    const options = { cwd: project(example), env: { ...process.env, ...environment, VITEST: undefined } };
    execFile(process.execPath, [...examples[example].command], options, (_error, stdout, stderr) =>
      done(stdout + stderr),
    );
  });
}

test('the examples pass with their runners, and a test that fails keeps its sandbox and says where to open it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'headlesspro-examples-'));
  const { config } = await loadConfig(join(root, 'examples/vitest/headlesspro.config.ts'));
  const emulator = await startEmulator({
    ...{ directory, config, seed: 'empty', port: 0, host: '127.0.0.1' },
    pages: { assetsDirectory: join(root, 'dist', 'dashboard'), version: '0.0.0' },
  });
  onTestFinished(async () => {
    await emulator.close();
    rmSync(directory, { recursive: true });
  });
  const environment = { HP_API_URL: emulator.url, HP_SECRET_KEY: emulator.secretKey };
  const names: Example[] = ['vitest', 'node-test', 'jest'];
  const outputs = await Promise.all(names.map((name) => run(name, environment)));
  const { sandboxes } = await createControlClient(emulator).call('sandboxes.list', {});
  for (const [index, name] of names.entries()) {
    const output = outputs[index] ?? '';
    const kept = sandboxes.find((sandbox) => sandbox.name === `fails with ${name}`);
    expect(output).toContain(
      `The sandbox of "fails with ${name}" is kept for a day: ${emulator.url}/dashboard?store=${kept?.id}`,
    );
    expect(output, output).toMatch(/Tests:? .*1 failed.*2 passed|pass 2\n.*fail 1/s);
    expect(Date.parse(kept?.endsAt ?? '') - Date.now()).toBeGreaterThan(23 * 3600 * 1000);
  }
  // Those of tests that passed are gone.
  expect(sandboxes.map(({ name }) => name).sort()).toEqual(names.map((name) => `fails with ${name}`).sort());
});

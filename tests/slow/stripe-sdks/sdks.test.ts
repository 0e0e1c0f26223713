import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { type GivenStripe, givenStripe } from '../../simulators/stripe/given-stripe.ts';

let given: GivenStripe;
let folder: string;

beforeAll(async () => {
  given = await givenStripe();
  folder = await mkdtemp(join(tmpdir(), 'stripe-sdks-'));
});
afterAll(async () => {
  await given.close();
  await rm(folder, { recursive: true, force: true });
});

const env = { PATH: [process.env.PATH, '/usr/local/go/bin'].join(delimiter) };

/** A machine without a toolchain skips, and says so; CI has them all. */
async function requireTool(context: TestContext, command: string, ...args: string[]): Promise<void> {
  const { failed } = await execa(command, args, { env, reject: false });
  if (failed && !process.env.CI) context.skip(`${command} is not installed`);
  expect(failed, `${command} is installed`).toBe(false);
}

const expected = {
  ...{ status: 'succeeded', fee: 88, refund: 'succeeded', customers: 12 },
  decline: ['card_declined', 'generic_decline', 402],
};

test('PyPI stripe pays, refunds, is declined and pages', async (context) => {
  await requireTool(context, 'python3', '--version');
  const python = join(folder, 'venv', 'bin', 'python');
  await execa('python3', ['-m', 'venv', join(folder, 'venv')]);
  await execa(python, ['-m', 'pip', 'install', '--quiet', 'stripe==16.1.0']);
  const { stdout } = await execa(python, [join(import.meta.dirname, 'pay.py'), given.url]);
  expect(JSON.parse(stdout)).toEqual(expected);
});

test('stripe-go pays, refunds, is declined and pages', async (context) => {
  await requireTool(context, 'go', 'version');
  await copyFile(join(import.meta.dirname, 'main.go'), join(folder, 'main.go'));
  await writeFile(
    join(folder, 'go.mod'),
    'module pay\n\ngo 1.24\n\nrequire github.com/stripe/stripe-go/v83 v83.2.1\n',
  );
  const options = { cwd: folder, env };
  await execa('go', ['mod', 'tidy'], options);
  const { stdout } = await execa('go', ['run', '.', given.url], options);
  expect(JSON.parse(stdout)).toEqual(expected);
});

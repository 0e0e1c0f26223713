import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { exitCodes } from '../../cli/exit-codes.ts';
import { exitCodeReference } from '../../scripts/reference/exit-code-reference.ts';

const root = resolve(import.meta.dirname, '../..');
const page = (name: string) => readFileSync(join(root, 'docs/reference', name), 'utf8');

test('docs/reference/exit-codes.md lists the exit codes that the code has, and no other', () => {
  expect(page('exit-codes.md')).toBe(exitCodeReference());
  const listed = [...page('exit-codes.md').matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  expect(listed).toEqual(Object.values(exitCodes).map(({ code }) => code));
});

test('no two ways to end share an exit code', () => {
  const codes = Object.values(exitCodes).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('docs/reference/cli.md says what the help of the commands says', async () => {
  const check = await execa('node', ['--import', 'tsx', 'scripts/reference/index.ts', '--check'], {
    cwd: root,
    reject: false,
  });
  expect(check.stderr).not.toContain('is not up to date');
  expect(check.exitCode).toBe(0);
});

import { expect, test } from 'vitest';
import { emptyFolder, hp } from './run-hp.ts';

test('--help lists the commands by purpose and fits 80 columns', async () => {
  const { stdout, exitCode } = await hp(['--help'], emptyFolder());
  expect(exitCode).toBe(0);
  for (const command of ['init', 'dev', 'generate', 'doctor', 'ps', 'stop', 'completion'])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('without a command the help is shown', async () => {
  const folder = emptyFolder();
  expect((await hp([], folder)).stdout).toBe((await hp(['help'], folder)).stdout);
});

test('the help of every command has an example', async () => {
  const folder = emptyFolder();
  const { stdout } = await hp(['--help'], folder);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] ?? '');
  const helps = await Promise.all(names.map((name) => hp([name, '--help'], folder)));
  expect(helps.length).toBeGreaterThan(5);
  for (const [index, help] of helps.entries()) {
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain(`$ hp ${names[index]}`);
  }
});

test('a mistyped command suggests the nearest one', async () => {
  const { stdout, stderr, exitCode } = await hp(['inti', 'shop'], emptyFolder());
  expect(exitCode).toBe(64);
  expect(stdout).toBe('');
  expect(stderr).toContain('There is no command `hp inti`.');
  expect(stderr).toContain('Did you mean `hp init`?');
});

test('a mistyped flag suggests the nearest one', async () => {
  const { stderr, exitCode } = await hp(['generate', '--chek'], emptyFolder());
  expect(exitCode).toBe(64);
  expect(stderr).toContain('There is no flag --chek.');
  expect(stderr).toContain('Did you mean --check?');
});

test('a word too many is named', async () => {
  const { stderr, exitCode } = await hp(['ps', 'everything'], emptyFolder());
  expect(exitCode).toBe(64);
  expect(stderr).toContain('everything');
});

test('a number that is none is refused in plain words', async () => {
  const { stderr, exitCode } = await hp(['dev', '--port', 'http'], emptyFolder());
  expect(exitCode).toBe(64);
  expect(stderr).toContain('http');
  expect(stderr).not.toContain('    at ');
});

test('a misspelt variable of ours is an error that names the right one', async () => {
  const { stderr, exitCode } = await hp(['ps'], emptyFolder(), { HEADLESSPRO_SECRETKEY: 'x' });
  expect(exitCode).toBe(64);
  expect(stderr).toContain('HEADLESSPRO_SECRETKEY');
  expect(stderr).toContain('Did you mean HEADLESSPRO_SECRET_KEY?');
});

test('--json wraps what succeeds and what fails alike', async () => {
  const folder = emptyFolder();
  const listed = await hp(['ps', '--json'], folder);
  expect(JSON.parse(listed.stdout)).toEqual({ ok: true, command: 'ps', data: [] });
  const refused = await hp(['generate', '--json'], folder);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toBe('');
  expect(JSON.parse(refused.stdout)).toMatchObject({
    ok: false,
    command: 'generate',
    error: { code: 'no_project', kind: 'refused', exitCode: 1, fix: expect.stringContaining('hp init') },
  });
  const unknown = await hp(['generate', '--json', '--nope'], folder);
  expect(JSON.parse(unknown.stdout)).toMatchObject({
    ok: false,
    error: { code: 'unknown_flag', kind: 'usage' },
  });
});

test('nothing is coloured when it is piped, unless that is asked for', async () => {
  const folder = emptyFolder();
  const sequence = '\u001b[';
  expect((await hp(['--help'], folder)).stdout).not.toContain(sequence);
  expect((await hp(['--help'], folder, { FORCE_COLOR: '1' })).stdout).toContain(sequence);
  expect((await hp(['--help'], folder, { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain(sequence);
});

test('bash accepts the completion script', async () => {
  const { stdout, exitCode } = await hp(['completion', 'bash'], emptyFolder());
  expect(exitCode).toBe(0);
  const { execa } = await import('execa');
  const completed = await execa('bash', ['--norc'], {
    input: `${stdout}\nCOMP_WORDS=(hp gen); COMP_CWORD=1; _hp hp gen hp; echo "\${COMPREPLY[@]}"`,
  });
  expect(completed.stdout).toBe('generate');
});

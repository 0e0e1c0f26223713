import { expect, test } from 'vitest';
import { parse } from 'yaml';
import exec from '../../commands/exec.ts';
import { packageManagers } from '../package-manager.ts';
import { ciFile } from './ci-file.ts';

interface GithubStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly if?: string;
}

/** The flags of `npx hp exec --x --y value -- npm test`, and what is run. */
function execLine(lines: readonly string[]) {
  const line = lines.find((each) => each.startsWith('npx hp exec ')) ?? '';
  const [own = '', command] = line.split(' -- ');
  return { flags: [...own.matchAll(/--([\w-]+)/g)].map(([, name]) => name), command };
}

test.each(packageManagers)('on GitHub, with %s: install, test, keep what failed', (manager) => {
  const { path, text } = ciFile('github', manager, '1.2.3');
  expect(path).toBe('.github/workflows/test.yml');
  const { jobs, on } = parse(text);
  expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null });
  const steps: GithubStep[] = jobs.test.steps;
  const runs = steps.flatMap(({ run }) => run ?? []);
  const { flags, command } = execLine(runs);
  expect(Object.keys(exec.flags)).toEqual(expect.arrayContaining(flags));
  expect(flags).toContain('annotations');
  expect(command).toBe(`${manager} test`);
  expect(steps.find(({ uses }) => uses?.startsWith('actions/setup-node'))?.with?.cache).toBe(manager);
  expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))).toMatchObject({
    if: 'failure()',
    with: { path: 'hp.xml\nfailed.hpbundle\n' },
  });
  expect(text.includes('1.2.3')).toBe(manager !== 'npm');
});

test.each(packageManagers)('on GitLab, with %s: install, test, keep what failed', (manager) => {
  const { path, text } = ciFile('gitlab', manager, undefined);
  expect(path).toBe('.gitlab-ci.yml');
  const { script, cache, artifacts, before_script: before } = parse(text).test;
  const { flags, command } = execLine(script);
  expect(Object.keys(exec.flags)).toEqual(expect.arrayContaining(flags));
  expect(command).toBe(`${manager} test`);
  expect([...before, ...script].every((line) => typeof line === 'string')).toBe(true);
  expect(cache.paths).toHaveLength(1);
  expect(artifacts).toMatchObject({
    ...{ when: 'on_failure', paths: ['failed.hpbundle'] },
    reports: { junit: 'hp.xml' },
  });
});

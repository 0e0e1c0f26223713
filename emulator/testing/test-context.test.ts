import type { TestContext } from 'node:test';
import { expect, test } from 'vitest';
import { followTest } from './test-context.ts';

/** What `node:test` hands to a test that ends so. */
function nodeTest(passed: boolean) {
  const endings: (() => unknown)[] = [];
  const said: string[] = [];
  const context = {
    ...{ name: 'sells', fullName: 'a shop > sells', passed },
    after: (work: () => unknown) => void endings.push(work),
    diagnostic: (text: string) => void said.push(text),
  };
  return { context: context as unknown as TestContext, endings, said };
}

test.each([true, false])('a test of node:test tells its name and whether it passed: %s', async (passed) => {
  const { context, endings, said } = nodeTest(passed);
  const followed = followTest(context);
  followed.whenOver(async (hasFailed, tell) => tell(hasFailed ? 'failed' : 'passed'));
  for (const end of endings) await end();
  expect(followed.name).toBe('a shop > sells');
  expect(said).toEqual([passed ? 'passed' : 'failed']);
});

test('a test of vitest tells its name, and is over once it is', async (context) => {
  const followed = followTest(context);
  expect(followed.name).toBe(context.task.name);
  let isOver = false;
  followed.whenOver(async (hasFailed) => {
    isOver = true;
    expect(hasFailed).toBe(false);
  });
  expect(isOver).toBe(false);
});

import { expect, test } from 'vitest';
import { runAsTest } from './running-test.ts';

const failing = (error: unknown) =>
  runAsTest('a test', async (own) => {
    own.after(async () => own.diagnostic(own.passed ? 'passed' : 'Where to look'));
    throw error;
  });

test('what is told of a test that failed stands once in the message, and in the stack', async () => {
  const error: Error = await failing(new Error('1 is not 2')).catch((caught) => caught);
  expect(error.message).toBe('1 is not 2\nWhere to look');
  expect(error.stack).toMatch(/^Error: 1 is not 2\nWhere to look\n +at /);
});

test('what is thrown and no error stays what it is', async () => {
  await expect(failing('text')).rejects.toBe('text');
});

test('a test that passed and could not be ended fails with that', async () => {
  const ending = runAsTest('a test', async (own) => {
    own.after(() => Promise.reject(new Error('not deleted')));
  });
  await expect(ending).rejects.toThrow('not deleted');
});

import { expect, test } from 'vitest';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { failureText } from './failure-text.ts';

test('a failure is told by its kind, its code and its place, without what its message says', () => {
  const cause = new TypeError('ada@example.com\n    at Kastanienweg 17 (Berlin:1:1)');
  const error = Object.assign(new Error('Ada is unknown.', { cause }), { code: 'SQLITE_BUSY' });
  const text = failureText(error);
  expect(text).toMatch(/^Error \(SQLITE_BUSY\)\n\s+at .*failure-text\.test\.ts:\d+:\d+/);
  expect(text).toMatch(/Caused by: TypeError\n\s+at .*failure-text\.test\.ts:\d+:\d+/);
  expect(text).not.toMatch(/Ada|ada@|Kastanienweg/);
});

test('a problem is told by its code', () => {
  const error = problem(problems.notFound, { detail: 'There is no order of Ada.' });
  expect(failureText(error)).toMatch(/^Problem \(not_found\)\n/);
  expect(failureText(error)).not.toContain('Ada');
});

test('what is thrown and no error is told by its type', () => {
  expect([failureText('Ada'), failureText(null)]).toEqual(['A string was thrown.', 'A null was thrown.']);
});

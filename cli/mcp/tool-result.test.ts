import { expect, test } from 'vitest';
import { refused } from '../cli-error.ts';
import { answerResult, failureResult, mostCharacters } from './tool-result.ts';

test('an answer is given as text and as data', () => {
  expect(answerResult({ a: 1 }).structuredContent).toEqual({ a: 1 });
  expect(answerResult([1]).structuredContent).toEqual({ answer: [1] });
  expect(answerResult(undefined).structuredContent).toEqual({ answer: null });
});

test('of an answer that is too long the beginning is given, with how to ask for less', () => {
  const { content, structuredContent } = answerResult({ text: 'x'.repeat(2 * mostCharacters) });
  expect(structuredContent).toBeUndefined();
  expect(content).toEqual([{ type: 'text', text: expect.stringContaining('Ask for less') }]);
  expect(JSON.stringify(content).length).toBeLessThan(mostCharacters + 500);
});

test('a refusal says what to do next', () => {
  const result = failureResult(
    refused('not_running', 'Nothing runs.', { fix: 'Run `hp dev`.' }),
    'clock_show',
  );
  expect(result).toMatchObject({ isError: true });
  expect(result.content).toEqual([
    { type: 'text', text: 'not_running: Nothing runs.\nWhat to do: Run `hp dev`.' },
  ]);
});

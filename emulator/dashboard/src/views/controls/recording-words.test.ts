import { expect, test } from 'vitest';
import { type RecordingState, readRecording, recordingSummary } from './recording-words.ts';

const off: RecordingState = { mode: 'off', calls: 0, unused: 0, unmatched: [] };

test.each<[Partial<RecordingState>, string]>([
  [{}, 'Nothing is recorded or replayed.'],
  [{ mode: 'recording', calls: 1 }, 'Recording: 1 call until now.'],
  [
    { mode: 'replaying', calls: 2, unused: 3 },
    'Replaying: 2 calls answered, 3 of the recording not made yet.',
  ],
])('what is under way is told in words', (changes, words) => {
  expect(recordingSummary({ ...off, ...changes })).toBe(words);
});

test('a file is taken for a recording by its format alone', () => {
  const recording = { format: 'headlesspro-recording', version: 1, startedAt: '', calls: [] };
  expect(readRecording(JSON.stringify(recording), 'shop.json')).toEqual(recording);
  expect(() => readRecording('{', 'shop.json')).toThrow('shop.json is no recording: it holds no JSON.');
  for (const other of ['null', '[]', '{"format":"har"}', '1'])
    expect(() => readRecording(other, 'shop.json')).toThrow('shop.json is no recording: choose one');
});

import { expect, test } from 'vitest';
import { OutgoingFailure } from '../../../outgoing/index.ts';
import { judgeAnswer } from './judge-answer.ts';

const now = new Date('2026-03-01T12:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  body: '',
  isBodyCut: false,
});

test.each([200, 201, 202, 204, 299])('%i is success', (status) => {
  expect(judgeAnswer(answer(status), now)).toEqual({ kind: 'delivered' });
});

test.each([100, 400, 401, 404, 408, 409, 422, 429, 500, 502, 503, 504])('%i is tried again', (status) => {
  expect(judgeAnswer(answer(status), now)).toMatchObject({ kind: 'failed', wishedSeconds: 0 });
});

test('a redirect is a failure that says where it leads', () => {
  const verdict = judgeAnswer(answer(302, { location: 'https://example.com/new' }), now);
  expect(verdict).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('https://example.com/new'),
  });
});

test('410 means that it is gone', () => {
  expect(judgeAnswer(answer(410), now).kind).toBe('gone');
});

test('a receiver can ask for time', () => {
  expect(judgeAnswer(answer(429, { 'retry-after': '90' }), now)).toMatchObject({ wishedSeconds: 90 });
});

test('what kept an answer from coming is told', () => {
  const failure = new OutgoingFailure('timeout', 'No answer came within 15 seconds.');
  expect(judgeAnswer(failure, now)).toEqual({ kind: 'failed', error: failure.message, wishedSeconds: 0 });
});

import { expect, test } from 'vitest';
import { keptBytes, messageBody } from './message-body.ts';

const half = keptBytes / 2;

test.each([
  ['text', 'ä'.repeat(half)],
  ['bytes', Buffer.from('ä'.repeat(half))],
])('as many bytes of %s as are kept are not cut', (_what, body) => {
  expect(messageBody('text/plain', body)).toEqual({
    ...{ contentType: 'text/plain', bytes: keptBytes, isCut: false },
    text: 'ä'.repeat(half),
  });
});

test.each([
  ['text', `x${'ä'.repeat(half)}`],
  ['bytes', Buffer.from(`x${'ä'.repeat(half)}`)],
])('more %s is cut, and between two characters', (_what, body) => {
  expect(messageBody('text/plain', body)).toEqual({
    ...{ contentType: 'text/plain', bytes: keptBytes + 1, isCut: true },
    text: `x${'ä'.repeat(half - 1)}`,
  });
});

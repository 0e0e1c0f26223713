import { expect, test } from 'vitest';
import { headerLines, headersOf, leftOutNames } from './resent-headers.ts';

const sent = {
  ...{ 'content-type': 'application/cloudevents+json', 'webhook-id': 'evt_1', 'user-agent': 'HeadlessPro' },
  ...{ 'webhook-timestamp': '1', 'webhook-signature': 'v1,abc', traceparent: '00-a-b-01' },
  ...{ 'x-shop': 'blue', 'x-partner-auth': '(left out)' },
};

test('what is sent again says what it said, without what is set anew', () => {
  const lines = 'content-type: application/cloudevents+json\nwebhook-id: evt_1\nx-shop: blue';
  expect(headerLines(sent)).toBe(lines);
  expect(leftOutNames(sent)).toEqual(['x-partner-auth']);
});

test('lines are read as headers, names in lower case', () => {
  expect(headersOf('Content-Type:  text/plain \n\nx-empty:\nx-time: 10:30')).toEqual({
    ...{ 'content-type': 'text/plain', 'x-empty': '', 'x-time': '10:30' },
  });
});

test('a line that is no header is named', () => {
  expect(() => headersOf('content-type: a\nno header here')).toThrow('"no header here" is no header');
});

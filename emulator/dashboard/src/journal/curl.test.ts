import { expect, test } from 'vitest';
import { curlCommand, curlOf } from './curl.ts';
import type { OpenedEntry } from './journal-client.ts';

function received(authorization: string): OpenedEntry {
  return {
    ...{ id: 'entry_1', storeId: 'local', traceId: null, kind: 'received', at: '2026-11-26T10:00:00.000Z' },
    ...{
      title: 'POST to x',
      type: null,
      endpoint: 'x',
      status: '200',
      isFailure: false,
      durationMs: 1,
      fault: null,
    },
    ...{ subject: null, isPinned: false, note: null },
    detail: {
      ...{ method: 'POST', path: '/_emulator/receive/x' },
      request: { headers: { authorization }, body: null },
    },
  };
}

test.each([
  ['Bearer [removed]', 'Bearer'],
  ['Basic [removed]', 'Basic'],
  ['$(open) [removed]', 'Bearer'],
  ['`id` [removed]', 'Bearer'],
  ['";id;" [removed]', 'Bearer'],
])('of the authorization %s nothing but a scheme stands in the command', (authorization, scheme) => {
  const command = curlOf(received(authorization), 'http://127.0.0.1:4000');
  expect(command).toContain(`-H "authorization: ${scheme} $HP_KEY"`);
});

const message = {
  ...{ method: 'POST', url: 'http://127.0.0.1:3000/hooks' },
  headers: { 'content-type': 'application/json', 'content-length': '9', 'x-partner-auth': '(left out)' },
  body: { text: `{"a":"it's"}`, isCut: false },
};

test('a message is sent again with its body, and without what was left out or curl sets itself', () => {
  expect(curlCommand(message)).toBe(
    [
      "curl -X POST 'http://127.0.0.1:3000/hooks'",
      "  -H 'content-type: application/json'",
      `  --data-raw '{"a":"it'\\''s"}'`,
    ].join(' \\\n'),
  );
});

test('there is no command for a message whose body was cut', () => {
  expect(curlCommand({ ...message, body: { text: '{"a":', isCut: true } })).toBeUndefined();
});

test('a call to a provider goes to the simulator, and not to the platform', () => {
  const { detail, ...call } = received('Bearer [removed]');
  const url = 'http://127.0.0.1:4001/v1/refunds';
  const command = curlOf(
    { ...call, detail: { ...detail, path: '/v1/refunds', url } },
    'http://127.0.0.1:4000',
  );
  expect(command).toContain(`curl -X POST '${url}'`);
});

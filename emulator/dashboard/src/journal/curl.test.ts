import { expect, test } from 'vitest';
import { curlOf } from './curl.ts';
import type { OpenedEntry } from './journal-client.ts';

function received(authorization: string): OpenedEntry {
  return {
    ...{ id: 'entry_1', storeId: 'local', traceId: null, kind: 'received', at: '2026-11-26T10:00:00.000Z' },
    ...{ title: 'POST to x', type: null, endpoint: 'x', status: '200', isFailure: false, durationMs: 1 },
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

import { expect, test } from 'vitest';
import { faultInput } from './fault-input.ts';

test('what was typed becomes what the control takes, and nothing that was not typed', () => {
  expect(
    faultInput('rate-limit', { after: false, operation: '*', 'retry-after': '30s', probability: '0.1' }),
  ).toEqual({
    ...{ kind: 'rate_limit', operation: '*', retryAfter: '30s', probability: 0.1 },
  });
  expect(faultInput('drop', { after: true, provider: 'stripe', times: 1 })).toEqual({
    ...{ kind: 'drop', provider: 'stripe', when: 'after', times: 1 },
  });
});

test.each(['0', '3', 'often', ''])(
  'a probability of "%s" is refused before anything is asked',
  (probability) => {
    expect(() => faultInput('error', { after: false, operation: '*', probability })).toThrow('up to 1');
  },
);

import { expect, test } from 'vitest';
import { sign } from './sign.ts';

test('signs as the SDK does', () => {
  expect(sign('{"id":"evt_test"}', 'whsec_test_secret', 1_700_000_000)).toBe(
    't=1700000000,v1=13941114bb88ac44a76abcfddea5b92aa6182a4b63d8be3aae908a616083bd7e',
  );
});

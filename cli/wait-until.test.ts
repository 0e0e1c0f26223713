import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { waitUntil } from './wait-until.ts';

const patience = { milliseconds: 60, between: 1 };

test('it answers what is there, as soon as it is', async () => {
  let looks = 0;
  expect(await waitUntil(() => (++looks === 3 ? 'here' : undefined), patience)).toBe('here');
  expect(looks).toBe(3);
});

test('it gives up when the time is over, which slow looks use up too', async () => {
  let looks = 0;
  const slow = async () => {
    looks += 1;
    await pause(40);
    return false;
  };
  expect(await waitUntil(slow, patience)).toBeUndefined();
  expect(looks).toBeLessThanOrEqual(3);
});

test('without any time it looks once', async () => {
  expect(await waitUntil(() => true, { milliseconds: 0, between: 1 })).toBe(true);
  expect(await waitUntil(() => null, { milliseconds: 0, between: 1 })).toBeUndefined();
});

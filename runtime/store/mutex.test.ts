import { expect, it, vi } from 'vitest';
import { StoreBusy } from './errors.ts';
import { Mutex } from './mutex.ts';

it('lets one in at a time, in the order of asking', async () => {
  const mutex = new Mutex(10);
  const order: string[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      mutex.run(async () => {
        order.push(`${name} in`);
        await Promise.resolve();
        order.push(`${name} out`);
      }),
    ),
  );
  expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

it('goes on after work that throws', async () => {
  const mutex = new Mutex(10);
  await expect(
    mutex.run(async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(await mutex.run(async () => 'next')).toBe('next');
});

it('tells whoever waits for itself, instead of waiting for ever', async () => {
  vi.useFakeTimers();
  try {
    const mutex = new Mutex(60);
    const nested = mutex.run(() => mutex.run(async () => 'never'));
    const refused = expect(nested).rejects.toThrow(StoreBusy);
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    expect(await mutex.run(async () => 'free again')).toBe('free again');
  } finally {
    vi.useRealTimers();
  }
});

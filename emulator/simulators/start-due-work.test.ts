import { EventEmitter, once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import type { SimulatorWork } from './simulator.ts';
import { type DueWork, startDueWork } from './start-due-work.ts';

const clock = { now: () => new Date('2026-03-01T10:00:00Z') };
const failures: unknown[] = [];
let work: SimulatorWork;

function startWith(doDue: DueWork['doDue']): void {
  failures.length = 0;
  work = startDueWork(
    { clock, onFailure: (error) => failures.push(error) },
    { doDue, nextDueAt: async () => undefined },
  );
}

afterEach(async () => {
  await work.stop();
  vi.useRealTimers();
});

test('what is written while it works is done before it settles', async () => {
  const open = [1, 2];
  startWith(async () => {
    const done = open.shift();
    if (done === 1) work.wake();
    return done === undefined ? 0 : 1;
  });
  expect(await work.settle()).toBe(2);
});

test('a failure is told, and the next look goes on', async () => {
  let runs = 0;
  startWith(async () => {
    runs += 1;
    if (runs === 1) throw new Error('The store was busy.');
    return 1;
  });
  expect(await work.settle()).toBe(0);
  expect(failures).toEqual([new Error('The store was busy.')]);
  expect(await work.settle()).toBe(1);
});

test('what failed when something was written is done by a later look, though nothing more is written', async () => {
  vi.useFakeTimers();
  let isBusy = false;
  let open = 0;
  let done = 0;
  startWith(async () => {
    if (isBusy) throw new Error('The store was busy.');
    done += open;
    open = 0;
    return 0;
  });
  await work.settle();
  isBusy = true;
  open = 1;
  work.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(failures).toHaveLength(1);
  isBusy = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toBe(1);
});

test('what is written while it ends is done, in whichever moment that is', async () => {
  for (let moment = 0; moment < 20; moment += 1) {
    let open = 0;
    let done = 0;
    const ends = new EventEmitter();
    const ended = once(ends, 'end').then(() => undefined);
    const ending = startDueWork(
      { clock, onFailure: (error) => failures.push(error) },
      {
        async doDue() {
          done += open;
          open = 0;
          return 0;
        },
        nextDueAt: () => ended,
      },
    );
    ending.wake();
    await new Promise(setImmediate);
    ends.emit('end');
    for (let tick = 0; tick < moment; tick += 1) await undefined;
    open = 1;
    ending.wake();
    await new Promise(setImmediate);
    expect(done, `written ${moment} steps after the end`).toBe(1);
    await ending.stop();
  }
});

test('what keeps failing is tried again less and less often, and at once when something is written', async () => {
  vi.useFakeTimers();
  startWith(async () => {
    throw new Error('The disk is full.');
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(failures.length).toBeGreaterThan(5);
  expect(failures.length).toBeLessThan(15);
  const before = failures.length;
  work.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(failures).toHaveLength(before + 1);
});

test('nothing is begun once it was stopped', async () => {
  startWith(async () => 1);
  await work.stop();
  work.wake();
  expect(await work.settle()).toBe(0);
});

import { afterEach, expect, test } from 'vitest';
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

afterEach(() => work.stop());

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

test('nothing is begun once it was stopped', async () => {
  startWith(async () => 1);
  await work.stop();
  work.wake();
  expect(await work.settle()).toBe(0);
});

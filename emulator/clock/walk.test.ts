import { expect, test } from 'vitest';
import { type TimedWork, walk } from './walk.ts';

const start = new Date('2026-03-01T10:00:00.000Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Work that is due at these seconds, and notes when it was done. */
function timetable(name: string, seconds: number[], done: string[], clock: { now: Date }): TimedWork {
  return {
    async settle() {
      const due = seconds.filter((second) => at(second) <= clock.now);
      seconds.splice(0, due.length);
      for (const second of due) {
        done.push(`${name} of ${second} at ${(clock.now.getTime() - start.getTime()) / 1000}`);
      }
      return { [name]: due.length };
    },
    nextDueAt: async () => (seconds[0] === undefined ? undefined : at(seconds[0])),
  };
}

async function walkWith(mostStops: number, tables: Readonly<Record<string, number[]>>, until: number) {
  const clock = { now: start };
  const done: string[] = [];
  const works = Object.entries(tables).map(([name, seconds]) => timetable(name, seconds, done, clock));
  const standAt = async (time: Date) => {
    clock.now = time;
  };
  const result = await walk({ from: start, to: at(until), standAt, works, mostStops });
  return { ...result, done, now: clock.now };
}

test('goes from one due moment to the next, in order', async () => {
  const { done, stops, ran, now } = await walkWith(100, { retry: [5, 3600], expiry: [60, 86_400] }, 7200);
  expect(done).toEqual(['retry of 5 at 5', 'expiry of 60 at 60', 'retry of 3600 at 3600']);
  expect({ stops, ran }).toEqual({ stops: 4, ran: { retry: 2, expiry: 1 } });
  expect(now).toEqual(at(7200));
});

test('does first what was due already', async () => {
  const { done } = await walkWith(100, { retry: [0, 1] }, 1);
  expect(done).toEqual(['retry of 0 at 0', 'retry of 1 at 1']);
});

test('goes on in strides where there is too much to stop at', async () => {
  const everySecond = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const { stops, ran, done } = await walkWith(10, { tick: everySecond }, 10_000);
  expect(ran).toEqual({ tick: 10_000 });
  expect(stops).toBe(20);
  expect(done[9]).toBe('tick of 10 at 10');
});

test('comes to an end where work never ends', async () => {
  const restless: TimedWork = { settle: async () => ({ again: 1 }), nextDueAt: async () => undefined };
  const { stops, ran } = await walk({
    from: start,
    to: at(1),
    standAt: async () => undefined,
    works: [restless],
  });
  expect({ stops, ran }).toEqual({ stops: 1, ran: { again: 20 } });
});

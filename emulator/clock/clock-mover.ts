import { systemClock } from '../../runtime/clock/system-clock.ts';
import type { Clock } from '../../runtime/context/context.ts';
import { problem } from '../../runtime/contract/problem.ts';
import type { Engine } from '../../runtime/store/port.ts';
import type { ControlInput, ControlOutput } from '../controls/control.ts';
import type { clockControls } from './clock-controls.ts';
import { clockProblems } from './clock-problems.ts';
import { type ClockState, frozen, movedTo, resumed } from './clock-state.ts';
import type { Clocks } from './clocks.ts';
import { countEvents } from './count-events.ts';
import { addDuration, parseDuration } from './duration.ts';
import { parseTime } from './parse-time.ts';
import { type ClockReading, readingOf } from './reading-of.ts';
import { readClock } from './stored-clock.ts';
import { type TimedWork, walk } from './walk.ts';

export type ClockMove = ControlOutput<(typeof clockControls)['clock.advance']>;

export interface ClockMoverOptions {
  readonly clocks: Clocks;
  readonly engine: Pick<Engine, 'store' | 'outbox'>;
  /** What happens in a store by the clock. */
  readonly worksOf: (storeId: string) => readonly TimedWork[];
  readonly machineClock?: Clock;
}

/** Reads and moves the clocks of stores. What is asked of one store is done one after the other. */
export interface ClockMover {
  show(storeId: string): Promise<ClockReading>;
  set(storeId: string, input: ControlInput<(typeof clockControls)['clock.set']>): Promise<ClockMove>;
  advance(storeId: string, input: ControlInput<(typeof clockControls)['clock.advance']>): Promise<ClockMove>;
  freeze(storeId: string): Promise<ClockReading>;
  resume(storeId: string): Promise<ClockReading>;
}

/** Years beyond are written with a sign, and texts of times would no longer be in order. */
const end = new Date('9999-12-31T23:59:59.999Z');

function unreadable(detail: string): Error {
  return problem(clockProblems.clockUnreadable, { detail });
}

export function createClockMover(options: ClockMoverOptions): ClockMover {
  const { clocks, engine, worksOf, machineClock = systemClock } = options;
  const queues = new Map<string, Promise<unknown>>();

  /** A clock lies in its store, and is known once the file of that was opened: one of a sandbox may not have been yet. */
  async function open(storeId: string): Promise<void> {
    await readClock(engine.store(storeId));
  }

  /** A second move begins where the first one ended. */
  function inTurn<Result>(storeId: string, work: () => Promise<Result>): Promise<Result> {
    const before = queues.get(storeId) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(() => open(storeId))
      .then(work);
    const kept = mine
      .catch(() => undefined)
      .finally(() => {
        if (queues.get(storeId) === kept) queues.delete(storeId);
      });
    queues.set(storeId, kept);
    return mine;
  }

  const read = (storeId: string) => readingOf(clocks, storeId, machineClock);

  async function moveTo(storeId: string, target: (from: Date) => Date): Promise<ClockMove> {
    const store = engine.store(storeId);
    const from = clocks.of(storeId).now();
    const to = target(from);
    // Not the other way round: a time too far off to be one is neither before nor after.
    if (!(to <= end)) throw unreadable('That is after the last year that a clock shows, 9999.');
    const state = clocks.state(storeId);
    const since = await store.revision([]);
    const at = (time: Date): ClockState => movedTo(state, time, machineClock.now());
    try {
      const { stops, ran } = await walk({
        ...{ from, to, works: worksOf(storeId) },
        async standAt(time) {
          await clocks.change(store, at(time));
          clocks.hold(storeId, time);
        },
      });
      // Working things off took its time, which has not passed for the store.
      await clocks.change(store, at(to));
      clocks.release(storeId);
      const events = await countEvents(engine.outbox, storeId, since);
      return { from: from.toISOString(), clock: read(storeId), stops, events, work: ran };
    } finally {
      clocks.release(storeId);
    }
  }

  async function change(storeId: string, next: (state: ClockState) => ClockState): Promise<ClockReading> {
    await clocks.change(engine.store(storeId), next(clocks.state(storeId)));
    return read(storeId);
  }

  return {
    async show(storeId) {
      await open(storeId);
      return read(storeId);
    },
    set(storeId, { to }) {
      return inTurn(storeId, async () => {
        const time = to.trim().toLowerCase() === 'now' ? machineClock.now() : parseTime(to);
        if (!time) throw unreadable(`"${to}" is not a time with its zone, a date, or "now".`);
        return moveTo(storeId, (from) => {
          if (time >= from) return time;
          throw problem(clockProblems.clockBackwards, {
            detail: `The clock stands at ${from.toISOString()}, and ${time.toISOString()} is before that.`,
          });
        });
      });
    },
    advance(storeId, { by }) {
      return inTurn(storeId, async () => {
        const duration = parseDuration(by);
        if (!duration) throw unreadable(`"${by}" is not a duration.`);
        return moveTo(storeId, (from) => addDuration(from, duration));
      });
    },
    freeze: (storeId) =>
      inTurn(storeId, () =>
        change(storeId, (state) => (state.frozenAt === null ? frozen(state, machineClock.now()) : state)),
      ),
    resume: (storeId) =>
      inTurn(storeId, () => change(storeId, (state) => resumed(state, machineClock.now()))),
  };
}

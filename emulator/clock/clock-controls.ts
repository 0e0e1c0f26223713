import Type from 'typebox';
import { defineControls } from '../controls/control.ts';
import { clockProblems } from './clock-problems.ts';

const ClockReading = Type.Object({
  now: Type.String({ description: 'The time of the store, RFC 3339.' }),
  mode: Type.Union([Type.Literal('real'), Type.Literal('moved'), Type.Literal('frozen')], {
    description:
      '`real` is the time of the machine, `moved` runs at a distance from it, `frozen` stands still.',
  }),
  machine: Type.String({ description: 'The time of the machine.' }),
  aheadSeconds: Type.Number({
    description: 'How far the store is ahead of the machine; negative behind it.',
  }),
});

const counts = (description: string) => Type.Record(Type.String(), Type.Integer(), { description });

const ClockMove = Type.Object({
  from: Type.String(),
  clock: ClockReading,
  stops: Type.Integer({ description: 'How many moments the clock stopped at because something was due.' }),
  events: counts('What happened in the store meanwhile: how many events of each type.'),
  work: counts('What was done: runs of each schedule, and what each simulated provider did.'),
});

export const clockControls = defineControls({
  'clock.show': {
    summary: "Show the store's clock",
    http: 'GET /_emulator/v1/clock',
    input: Type.Object({}),
    output: ClockReading,
    errors: [],
    effect: 'read',
  },
  'clock.set': {
    summary: 'Set the clock to a later time',
    description:
      'Everything that comes due on the way happens in order, as with `clock.advance`. A clock does not go back: ' +
      'what happened later has happened. `hp reset` begins anew, at real time.',
    http: 'POST /_emulator/v1/clock/set',
    input: Type.Object({
      to: Type.String({
        description: 'RFC 3339 with a time zone, a date (midnight UTC), or `now` for real time.',
      }),
    }),
    output: ClockMove,
    errors: [clockProblems.clockBackwards, clockProblems.clockUnreadable],
    effect: 'write',
  },
  'clock.advance': {
    summary: 'Let time pass at once',
    description:
      'The clock goes from one moment at which something is due to the next (expiries, retries, schedules, what ' +
      'simulated providers do by themselves), and everything that is due is worked off at each before it goes on. ' +
      'After 500 such moments it goes on in strides.',
    http: 'POST /_emulator/v1/clock/advance',
    input: Type.Object({ by: Type.String({ description: '`3 days`, `2h 30m`, `1 month`, `P3DT12H`.' }) }),
    output: ClockMove,
    errors: [clockProblems.clockUnreadable],
    effect: 'write',
  },
  'clock.freeze': {
    summary: 'Stop the clock where it stands',
    http: 'POST /_emulator/v1/clock/freeze',
    input: Type.Object({}),
    output: ClockReading,
    errors: [],
    effect: 'write',
  },
  'clock.resume': {
    summary: 'Let a frozen clock run on from where it stands',
    http: 'POST /_emulator/v1/clock/resume',
    input: Type.Object({}),
    output: ClockReading,
    errors: [],
    effect: 'write',
  },
});

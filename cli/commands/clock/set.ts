import { Args } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Set the clock of the local store to a later time',
  description:
    'Everything that comes due on the way happens, as with `hp clock advance`. A clock does not go back, because what ' +
    'happened later has happened; `hp reset` begins anew at the time of the machine.',
  examples: [
    { does: 'Christmas Eve', command: 'hp clock set 2026-12-24T18:00:00+01:00' },
    { does: 'The beginning of a day, in UTC', command: 'hp clock set 2026-12-01' },
    { does: 'The time of this machine, for a clock that is behind it', command: 'hp clock set now' },
  ],
  args: {
    time: Args.string({ description: 'A time with its zone, a date, or now', required: true }),
  },
  async run({ args }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('clock.set', { to: args.time });
  },
  async print(move, terminal) {
    const { printMove } = await import('../../clock/print-clock.ts');
    printMove(move, terminal);
  },
});

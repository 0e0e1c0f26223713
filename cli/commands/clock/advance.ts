import { Args } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Let time pass in the local store at once',
  description:
    'Everything that comes due on the way happens, in order: reservations and checkouts run out, deliveries are tried ' +
    'again, products go on sale, simulated providers send what they send by themselves.',
  examples: [
    { does: 'Three days', command: 'hp clock advance 3 days' },
    { does: 'An hour and a half', command: 'hp clock advance 1h30m' },
    { does: 'A month of the calendar', command: 'hp clock advance "1 month"' },
    { does: 'In ISO 8601', command: 'hp clock advance P1DT12H' },
  ],
  args: {
    duration: Args.string({ description: 'How long: "3 days", 2h, 1h30m, P3D', required: true }),
    unit: Args.string({ description: 'Its unit, where it was typed as a word of its own' }),
  },
  async run({ args }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    const by = args.unit === undefined ? args.duration : `${args.duration} ${args.unit}`;
    return (await openControls(context)).call('clock.advance', { by });
  },
  async print(move, terminal) {
    const { printMove } = await import('../../clock/print-clock.ts');
    printMove(move, terminal);
  },
});

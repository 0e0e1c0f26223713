import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Show the events of the running store as they happen',
  description:
    'Every event, whether an endpoint takes it or not. With --all from the oldest that is kept. Ctrl-C stops it. With ' +
    '--json each event is a line.',
  examples: [
    { does: 'From now on', command: 'hp events tail' },
    { does: 'Of orders alone, from the beginning', command: 'hp events tail --type order.* --all' },
  ],
  flags: {
    type: Flags.string({
      description: 'Types, with wildcards and commas: order.*,payment.captured',
      helpValue: '<types>',
    }),
    all: Flags.boolean({ description: 'Those that happened before, too' }),
  },
  runsUntilStopped: true,
  async run({ flags }, context) {
    const { tailEvents } = await import('../../webhooks/tail-events.ts');
    await tailEvents({ types: flags.type?.split(',') ?? ['*'], fromBeginning: flags.all }, context);
  },
});

import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Show the deliveries of the running store as they are tried',
  description:
    'Each try with what the endpoint answered, how long it took, and when the next one comes where it failed. With --all ' +
    'from the oldest that is kept. Ctrl-C stops it. With --json each try is a line.',
  examples: [
    { does: 'From now on', command: 'hp webhooks tail' },
    { does: 'What fails, of orders alone', command: 'hp webhooks tail --failed --type order.*' },
  ],
  flags: {
    type: Flags.string({
      description: 'Types of events, with wildcards and commas: order.*,payment.captured',
      helpValue: '<types>',
    }),
    endpoint: Flags.string({ description: 'Id of the endpoint (whe_…)', helpValue: '<endpoint>' }),
    failed: Flags.boolean({ description: 'Only tries that failed' }),
    all: Flags.boolean({ description: 'Those that were made before, too' }),
  },
  runsUntilStopped: true,
  async run({ flags: { type, endpoint, failed, all } }, context) {
    const { tailDeliveries } = await import('../../webhooks/tail-deliveries.ts');
    const types = type?.split(',') ?? ['*'];
    await tailDeliveries({ types, endpoint, onlyFailed: failed, fromBeginning: all }, context);
  },
});

import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Show what differs from a hosted runtime, and on which side',
  description:
    'Changes nothing. Exit code 2 where there are differences, 0 where there are none, so that CI can watch for ' +
    'changes that somebody made on the runtime itself.',
  examples: [
    { does: "The config's only target", command: 'hp diff' },
    { does: 'In CI: has anybody changed production by hand?', command: 'hp diff --to production --json' },
  ],
  flags: {
    to: Flags.string({
      description: "Name of a target in the config, or a URL; the config's only one unless given",
      helpValue: '<target>',
    }),
  },
  async run({ flags }, context) {
    const { runDiff } = await import('../push/run-diff.ts');
    return runDiff(flags.to, context);
  },
  outcome: ({ isSame }) => (isSame ? 'ok' : 'differences'),
  async print(difference, terminal) {
    const { printDifference } = await import('../push/run-diff.ts');
    printDifference(difference, terminal);
  },
});

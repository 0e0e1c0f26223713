import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: 'Run the platform and the storefront, and follow the config',
  description:
    'Starts every service on SQLite and the dev server of the storefront (the `storefront` script of package.json), ' +
    'and shows each request. A change of headlesspro.config.ts is applied at once, and the SDK with it; a config ' +
    'that can not be used is shown with its line, and the one before stays in force. Ctrl-C stops everything.\n\n' +
    'With --json each event is a line; the first one after the start has "event": "ready".',
  examples: [
    { does: 'Everything, on port 4000 or the next free one', command: 'hp dev' },
    {
      does: 'The platform alone, on any free port, for a script',
      command: 'hp dev --no-storefront --port 0 --json',
    },
    {
      does: 'The store of a test run that failed, just as it was',
      command: 'hp dev --from-bundle failed.hpbundle',
    },
    { does: 'From a state that somebody exported', command: 'hp dev --import checkout-bug.hpsnapshot' },
    { does: 'With a public address, for webhooks of a real service', command: 'hp dev --tunnel' },
    { does: 'Reachable from a phone in the same network', command: 'hp dev --host 0.0.0.0' },
  ],
  flags: {
    port: Flags.integer({
      char: 'p',
      description: "The platform's port: 4000 or the next free one unless given, 0 for any",
      helpValue: '<port>',
      min: 0,
      max: 65_535,
    }),
    host: Flags.string({
      description: 'Address to listen on (127.0.0.1: this machine only)',
      default: '127.0.0.1',
      helpValue: '<address>',
    }),
    storefront: Flags.boolean({
      description: "Run the storefront's dev server too (default)",
      default: true,
      allowNo: true,
    }),
    'from-bundle': Flags.string({
      description: "Open the store that `hp exec` kept, in a folder of its own; the project's is not touched",
      helpValue: '<file>',
    }),
    import: Flags.string({
      description: 'Start from a snapshot that `hp snapshot export` wrote; the present data is set aside',
      helpValue: '<file>',
      exclusive: ['from-bundle'],
    }),
    tunnel: Flags.boolean({ description: 'A public address by ngrok, too' }),
  },
  runsUntilStopped: true,
  async run({ flags }, context) {
    const { runDev } = await import('../dev/run-dev.ts');
    const { port, host, storefront, tunnel } = flags;
    await runDev(
      { port, host, storefront, tunnel, fromBundle: flags['from-bundle'], import: flags.import },
      context,
    );
  },
});

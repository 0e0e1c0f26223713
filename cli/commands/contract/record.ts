import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Record the calls that a storefront makes',
  description:
    'Stands in front of the platform and passes everything on. With a command, its tests say, the command finds it by the ' +
    'variables that `hp exec` gives; without one the address is shown, and Ctrl-C ends it. What is written is made to be ' +
    'committed: each call with what the storefront can rely on in its answer, in the same order each time, without ' +
    'secrets, people, ids and times. `hp contract verify --calls` makes the calls again, against a newer version.\n\n' +
    'Where the command fails nothing is written, and its exit code is that of this one.',
  examples: [
    {
      does: 'What the tests of a storefront call, in a store of their own',
      command: 'hp exec -- hp contract record storefront.calls.json --force -- npm test',
    },
    {
      does: 'By hand, in front of the store of `hp dev`',
      command: 'hp contract record checkout.calls.json -- npm run storefront',
    },
  ],
  args: { file: Args.string({ required: true, description: 'Where the calls go: storefront.calls.json' }) },
  passesOn: { name: 'command', description: 'What calls the platform, with its arguments' },
  flags: {
    against: Flags.string({
      description: 'Target of the config, or a URL; the store that runs here unless given',
      helpValue: '<target|url>',
    }),
    port: Flags.integer({
      char: 'p',
      description: 'Where it listens; any free port unless given',
      default: 0,
      ...{ helpValue: '<port>', min: 0, max: 65_535 },
    }),
    force: Flags.boolean({ description: 'Replace a file that exists' }),
  },
  stopsByItself: true,
  async run({ args: { file }, flags: { against, port, force }, passedOn }, context) {
    const { runRecord } = await import('../../contract/calls/run-record.ts');
    return runRecord(passedOn, { file, against, port, force }, context);
  },
  exitCode: ({ exitCode }) => exitCode,
  print({ file, calls, operations, unknown }, { paint, result, note }) {
    if (file === null) return note('Nothing was written, because the command failed.');
    const counted = `${calls} ${calls === 1 ? 'call' : 'calls'} of ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
    result(`${paint.green('✔')} wrote ${counted} to ${file}`);
    for (const request of unknown) note(`  ${request} is no operation of the platform.`);
    note(`Commit it; \`hp contract verify --calls ${file}\` makes the calls again.`);
  },
});

import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Hold a running server to the contract',
  description:
    'Asks every operation of this version, and holds the status, the headers and the body of each answer to the ' +
    'contract, and so what has to be refused: no key, a key that may not, an unknown id, an unknown input, a wrong ' +
    'cursor. Nothing is written unless --write says so. The exit code is 1 where an operation failed, and 2 where ' +
    'none did but the server, older or newer, does not offer some.\n\n' +
    'With --calls the calls of a file of `hp contract record` are made again, in their order, and each answer is compared ' +
    'with what the storefront relied on. An emulator makes a sandbox for them; elsewhere calls that write are left out.',
  examples: [
    { does: 'The store of `hp dev`', command: 'hp contract verify' },
    {
      does: 'A hosted runtime, whose key is in HEADLESSPRO_TARGET_KEY',
      command: 'hp contract verify --against https://api.example.com',
    },
    {
      does: 'Writes too, in a sandbox of the emulator, with a report for CI',
      command: 'hp contract verify --write --junit reports/contract.xml',
    },
    {
      does: 'What a storefront relies on, in CI',
      command: 'hp exec -- hp contract verify --calls storefront.calls.json',
    },
  ],
  flags: {
    against: Flags.string({
      description: 'Target of the config, or a URL; the store that runs here unless given',
      helpValue: '<target|url>',
    }),
    write: Flags.boolean({ description: 'Try what writes too, in a sandbox that is made for it' }),
    junit: Flags.string({ description: 'Write the report as JUnit XML', helpValue: '<file>' }),
    calls: Flags.string({
      description: 'Make the calls of this file again, which `hp contract record` wrote',
      helpValue: '<file>',
      exclusive: ['only', 'write'],
    }),
    only: Flags.string({
      description: 'Service, resource or operation; all unless given',
      helpValue: '<catalog.products>',
    }),
    all: Flags.boolean({ description: 'Show each operation, not only those that failed' }),
  },
  async run({ flags: { all, calls, ...flags } }, context) {
    if (calls !== undefined) {
      const { verifyCalls } = await import('../../contract/calls/verify-calls.ts');
      return { ...(await verifyCalls({ ...flags, calls }, context)), isEachShown: all };
    }
    const { verifyContract } = await import('../../contract/verify-contract.ts');
    return { ...(await verifyContract(flags, context)), isEachShown: all };
  },
  outcome: ({ counts }) => (counts.failed > 0 ? 'refused' : counts.absent > 0 ? 'differences' : 'ok'),
  async print({ isEachShown, ...verified }, terminal) {
    const { printVerified } = await import('../../contract/print-verified.ts');
    printVerified(verified, isEachShown, terminal);
  },
});

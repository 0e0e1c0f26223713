import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Let something go wrong in the local store',
  description:
    'At one operation of the platform, one simulated provider or one webhook endpoint, until it is cleared. The kinds: ' +
    'latency (--delay), error (--status or --code), timeout (never answers), drop (closes the connection), rate-limit ' +
    '(429 with --retry-after), malformed (a body that is cut off), repeat (a webhook sent --copies times at once).',
  examples: [
    { does: 'Stripe is down', command: 'hp faults set error --provider stripe' },
    {
      does: 'The next order is placed, and its answer lost',
      command: 'hp faults set drop --operation checkout.carts.complete --after --times 1',
    },
    { does: 'Lists are slow', command: 'hp faults set latency --delay 2s --operation catalog.products.list' },
    {
      does: 'One request in ten is one too many',
      command: 'hp faults set rate-limit --operation "*" --probability 0.1',
    },
    {
      does: 'Sold out, whatever the stock',
      command: 'hp faults set error --code out_of_stock --operation checkout.carts.complete',
    },
    { does: 'Each webhook comes five times', command: 'hp faults set repeat --copies 5 --endpoint "*"' },
  ],
  args: {
    kind: Args.string({
      required: true,
      description: 'What happens',
      options: ['latency', 'error', 'timeout', 'drop', 'rate-limit', 'malformed', 'repeat'],
    }),
  },
  flags: {
    operation: Flags.string({
      description: 'An operation, or several: catalog.*',
      helpValue: '<operation>',
    }),
    provider: Flags.string({ description: 'A simulated provider: stripe, paypal', helpValue: '<provider>' }),
    route: Flags.string({
      description: 'One route of the provider: "POST /v1/refunds"',
      helpValue: '<route>',
    }),
    endpoint: Flags.string({
      description: 'A webhook endpoint by id or key; taxes; notices:stripe',
      helpValue: '<endpoint>',
    }),
    after: Flags.boolean({ description: 'Once the work is done: only its answer suffers' }),
    probability: Flags.string({ description: 'How likely each call is struck: 0.1', helpValue: '<number>' }),
    seed: Flags.integer({ description: 'Another seed strikes other calls', min: 0 }),
    skip: Flags.integer({ description: 'How many calls are let by first', min: 1 }),
    times: Flags.integer({ description: 'How often it strikes, then no more', min: 1 }),
    delay: Flags.string({ description: 'Of latency: 800ms, 2s', helpValue: '<time>' }),
    status: Flags.integer({ description: 'Of error: the HTTP status', min: 400, max: 599 }),
    code: Flags.string({ description: 'Of error: a problem of the operation', helpValue: '<code>' }),
    'retry-after': Flags.string({ description: 'Of rate-limit: 1s, 2 minutes', helpValue: '<time>' }),
    copies: Flags.integer({ description: 'Of repeat: how many at once', min: 2, max: 100 }),
  },
  async run({ args, flags }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    const { faultInput } = await import('../../faults/fault-input.ts');
    return (await openControls(context)).call('faults.set', faultInput(args.kind, flags));
  },
  async print(fault, terminal) {
    const { printFaults } = await import('../../faults/fault-lines.ts');
    printFaults([fault], terminal);
    terminal.note('`hp faults clear` takes it away again.');
  },
});

import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Make an event happen, with everything that leads to it',
  description:
    'Does the real thing in the store of `hp dev` (inside `hp exec`, in its store): for `fulfilment.shipped` a product is ' +
    'made, counted, bought and paid, and sent. Every event on the way happens too. What a step sends can be changed with ' +
    '--override step.path=value; --list --json names the steps of each event.',
  examples: [
    { does: 'What can be triggered?', command: 'hp webhooks trigger --list' },
    { does: 'An order, paid by a test card', command: 'hp webhooks trigger order.paid' },
    {
      does: 'With a shopper of your choice',
      command: 'hp webhooks trigger order.placed --override cart.email=bob@example.com',
    },
  ],
  args: { event: Args.string({ description: 'Type of the event: order.paid' }) },
  flags: {
    override: Flags.string({
      description: 'Another value in what a step sends; may be given several times',
      ...{ multiple: true, helpValue: '<step.path=value>' },
    }),
    list: Flags.boolean({ description: 'Show what can be triggered, and do nothing' }),
  },
  async run({ args, flags }, context) {
    const { triggerEvent } = await import('../../webhooks/trigger/trigger-event.ts');
    return triggerEvent(args.event, { overrides: flags.override ?? [], list: flags.list }, context);
  },
  async print(triggered, terminal) {
    const { printTriggered } = await import('../../webhooks/trigger/print-triggered.ts');
    printTriggered(triggered, terminal);
  },
});

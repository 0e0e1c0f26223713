import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { lineFlag, orderArgument, toFlag, yesFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Give money back on an order',
  description:
    'Units give back exactly what they cost, discounts and tax included. What goes back, and to which payment, is ' +
    'shown first, and then asked for. Stock is not touched.',
  examples: [
    { does: 'One shirt', command: 'hp orders refund 1001 --line SHIRT-M:1' },
    {
      does: 'The shipping, and 5 for the trouble',
      command: 'hp orders refund 1001 --shipping --amount 5.00',
    },
    { does: 'What would it be? Nothing is refunded', command: 'hp orders refund 1001 --all --preview' },
    {
      does: 'Everything, from a script',
      command: 'hp orders refund 1001 --all --reason "Lost in the post" --yes --json',
    },
  ],
  args: orderArgument,
  flags: {
    ...toFlag,
    ...lineFlag('Units whose money goes back; may be given several times'),
    shipping: Flags.boolean({ description: 'What was paid for shipping' }),
    amount: Flags.string({ description: 'An amount for no line, as goodwill', helpValue: '<12.50>' }),
    all: Flags.boolean({ description: 'Everything that was not refunded yet' }),
    reason: Flags.string({ description: 'Why, for the records', helpValue: '<text>' }),
    preview: Flags.boolean({ description: 'Show what it would be, and refund nothing' }),
    ...yesFlag,
  },
  async run({ args, flags }, context) {
    const { refundOrder } = await import('../../selling/refund-order.ts');
    const { to, shipping, amount, all, reason, preview, yes } = flags;
    return refundOrder(
      {
        ...{ to, shipping, amount, all, reason, yes },
        ...{ order: args.order, lines: flags.line ?? [], isPreview: preview },
      },
      context,
    );
  },
  outcome: ({ refund }) => (refund?.state === 'failed' ? 'refused' : 'ok'),
  async print(refunded, terminal) {
    const { printRefunded } = await import('../../selling/refund-order.ts');
    printRefunded(refunded, terminal);
  },
});

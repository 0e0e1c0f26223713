import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { orderArgument, toFlag, yesFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Change an order before it is sent',
  description:
    'Units that stay keep the price they were bought at; units that come cost what they cost now. What it makes of the ' +
    'order is shown first, and then asked for. Where the order costs less, the difference is refunded; where it costs ' +
    'more, the customer pays it on the page of the order.',
  examples: [
    {
      does: 'Two shirts in all',
      command: 'hp orders edit 1001 --set SHIRT-M:2 --reason "Asked on the phone"',
    },
    {
      does: 'Another thing instead',
      command: 'hp orders edit 1001 --remove SHIRT-M --add var_01JA6Z1RZ0000000000000000A:1',
    },
    {
      does: 'What would it be? Nothing is changed',
      command: 'hp orders edit 1001 --delivery express --preview',
    },
  ],
  args: orderArgument,
  flags: {
    ...toFlag,
    set: Flags.string({
      description: 'How many there are to be of a line; may be given several times',
      ...{ multiple: true, helpValue: '<SKU:quantity>' },
    }),
    remove: Flags.string({
      description: 'A line that goes; may be given several times',
      ...{ multiple: true, helpValue: '<SKU>' },
    }),
    add: Flags.string({
      description: 'A variant that comes, by its id; may be given several times',
      ...{ multiple: true, helpValue: '<variant:quantity>' },
    }),
    delivery: Flags.string({ description: 'Key of another shipping method', helpValue: '<key>' }),
    reason: Flags.string({ description: 'Why, for the records', helpValue: '<text>' }),
    preview: Flags.boolean({ description: 'Show what it would be, and change nothing' }),
    ...yesFlag,
  },
  async run({ args, flags }, context) {
    const { editOrder } = await import('../../selling/edit-order.ts');
    const { to, set = [], remove = [], add = [], delivery, reason, preview, yes } = flags;
    return editOrder(
      { to, set, remove, add, delivery, reason, yes, order: args.order, isPreview: preview },
      context,
    );
  },
  async print(edited, terminal) {
    const { printEdited } = await import('../../selling/edit-order.ts');
    printEdited(edited, terminal);
  },
});

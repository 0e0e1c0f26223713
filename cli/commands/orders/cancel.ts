import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { lineFlag, orderArgument, toFlag, yesFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Cancel an order, or units that were not sent',
  description:
    'Releases the stock, cancels what was only authorized, and refunds what was paid. What has been shipped is taken ' +
    'back with a return instead.',
  examples: [
    { does: 'The whole order; asks first', command: 'hp orders cancel 1001 --reason "Changed her mind"' },
    { does: 'One unit of it', command: 'hp orders cancel 1001 --line SHIRT-M:1' },
    { does: 'From a script, keeping the money', command: 'hp orders cancel 1001 --no-refund --yes' },
  ],
  args: orderArgument,
  flags: {
    ...toFlag,
    ...lineFlag('Units to cancel; may be given several times, the whole order unless given'),
    refund: Flags.boolean({
      description: 'Refund what was paid for it (default)',
      default: true,
      allowNo: true,
    }),
    reason: Flags.string({ description: 'Why, for the records', helpValue: '<text>' }),
    ...yesFlag,
  },
  async run({ args, flags }, context) {
    const { cancelOrder } = await import('../../selling/cancel-order.ts');
    const { to, refund, reason, yes } = flags;
    return cancelOrder({ to, refund, reason, yes, order: args.order, lines: flags.line ?? [] }, context);
  },
  outcome: ({ refund }) => (refund?.state === 'failed' ? 'refused' : 'ok'),
  async print(cancelled, terminal) {
    const { printCancelled } = await import('../../selling/cancel-order.ts');
    printCancelled(cancelled, terminal);
  },
});

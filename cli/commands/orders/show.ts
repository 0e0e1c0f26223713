import { defineCommand } from '../../define-command.ts';
import { orderArgument, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Show an order, its payments, parcels and refunds',
  examples: [
    { does: 'By its number', command: 'hp orders show 1001' },
    { does: 'On the hosted store, as JSON', command: 'hp orders show 1001 --to production --json' },
  ],
  args: orderArgument,
  flags: toFlag,
  async run({ args, flags }, context) {
    const { showOrder } = await import('../../selling/show-order.ts');
    return showOrder({ to: flags.to, order: args.order }, context);
  },
  async print(shown, terminal) {
    const { printOrder } = await import('../../selling/show-order.ts');
    printOrder(shown, terminal);
  },
});

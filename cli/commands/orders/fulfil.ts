import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { lineFlag, orderArgument, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Send an order, or units of it',
  description:
    'Makes a parcel of everything that is left, or of what --line names, and ships it: stock on hand falls, and the ' +
    'customer is told. Where it may not be shipped (it is neither paid nor authorized, say) nothing has changed. ' +
    'Money is captured by `hp payments capture`, not by this.',
  examples: [
    {
      does: 'Everything that is left',
      command: 'hp orders fulfil 1001 --carrier DHL --tracking 00340434161094042557',
    },
    { does: 'Two shirts now, the rest later', command: 'hp orders fulfil 1001 --line SHIRT-M:2' },
    {
      does: 'Plan it for the people in the warehouse',
      command: 'hp orders fulfil 1001 --location Warehouse --plan',
    },
  ],
  args: orderArgument,
  flags: {
    ...toFlag,
    ...lineFlag('Units that are in the parcel; may be given several times, all that are left unless given'),
    carrier: Flags.string({ description: 'Who brings it', helpValue: '<name>' }),
    tracking: Flags.string({ description: 'Tracking number', helpValue: '<number>' }),
    'tracking-url': Flags.string({ description: 'Where the customer can follow it', helpValue: '<url>' }),
    location: Flags.string({
      description: 'Name or id of the location it is sent from; where its stock is held unless given',
      helpValue: '<location>',
    }),
    plan: Flags.boolean({ description: 'Only plan it: it is shipped later' }),
  },
  async run({ args, flags }, context) {
    const { fulfilOrder } = await import('../../selling/fulfil-order.ts');
    const { to, carrier, tracking, location } = flags;
    return fulfilOrder(
      {
        ...{ to, carrier, tracking, location, order: args.order, lines: flags.line ?? [] },
        ...{ trackingUrl: flags['tracking-url'], isShipped: !flags.plan },
      },
      context,
    );
  },
  async print(fulfilled, terminal) {
    const { printFulfilled } = await import('../../selling/fulfil-order.ts');
    printFulfilled(fulfilled, terminal);
  },
});

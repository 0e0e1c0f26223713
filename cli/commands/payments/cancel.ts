import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { paymentArgument, toFlag, yesFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Cancel a payment that was not captured',
  description:
    'What was authorized is released; a hosted page is closed. What was captured is refunded instead.',
  examples: [
    { does: 'Asks first', command: 'hp payments cancel pay_01JA6Z1RZ0000000000000000A' },
    { does: 'From a script', command: 'hp payments cancel 1001 --reason fraudulent --yes' },
  ],
  args: paymentArgument,
  flags: {
    ...toFlag,
    reason: Flags.string({
      description: 'Why, in a word: fraudulent, duplicate; requested unless given',
      helpValue: '<word>',
    }),
    ...yesFlag,
  },
  async run({ args, flags: { to, reason, yes } }, context) {
    const { cancelPayment } = await import('../../selling/change-payment.ts');
    return cancelPayment({ to, reason, yes, payment: args.payment }, context);
  },
  async print(cancelled, terminal) {
    const { printCancelledPayment } = await import('../../selling/change-payment.ts');
    printCancelledPayment(cancelled, terminal);
  },
});

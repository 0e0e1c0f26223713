import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { paymentArgument, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Take the money of an authorized payment',
  description:
    'With some providers the rest is released after a partial capture; `hp payments show` says what is left.',
  examples: [
    { does: 'All of it', command: 'hp payments capture 1001' },
    {
      does: 'What was sent so far',
      command: 'hp payments capture pay_01JA6Z1RZ0000000000000000A --amount 24.90',
    },
  ],
  args: paymentArgument,
  flags: {
    ...toFlag,
    amount: Flags.string({ description: 'Less than all that can be captured', helpValue: '<12.50>' }),
  },
  async run({ args, flags }, context) {
    const { capturePayment } = await import('../../selling/change-payment.ts');
    return capturePayment({ to: flags.to, amount: flags.amount, payment: args.payment }, context);
  },
  async print(captured, terminal) {
    const { printCaptured } = await import('../../selling/change-payment.ts');
    printCaptured(captured, terminal);
  },
});

import { Flags } from '@oclif/core';
import { refundReasons } from '../../../runtime/contract/payments/payment-schemas.ts';
import { defineCommand } from '../../define-command.ts';
import { paymentArgument, toFlag, yesFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Give the money of a payment back',
  description:
    'All that is left of what was captured unless --amount says less. Where the payment belongs to an order, ' +
    '`hp orders refund` is better: it knows what its lines cost, and keeps their figures right.',
  examples: [
    { does: 'All of it; asks first', command: 'hp payments refund pay_01JA6Z1RZ0000000000000000A' },
    {
      does: 'A part, from a script',
      command: 'hp payments refund 1001 --amount 5.00 --reason duplicate --yes',
    },
  ],
  args: paymentArgument,
  flags: {
    ...toFlag,
    amount: Flags.string({ description: 'Less than all that is left', helpValue: '<12.50>' }),
    reason: Flags.option({ options: refundReasons, description: 'Why, for the provider' })(),
    note: Flags.string({ description: 'Why, for the records', helpValue: '<text>' }),
    ...yesFlag,
  },
  async run({ args, flags: { to, amount, reason, note, yes } }, context) {
    const { refundPayment } = await import('../../selling/change-payment.ts');
    return refundPayment({ to, amount, reason, note, yes, payment: args.payment }, context);
  },
  outcome: ({ refund }) => (refund.state === 'failed' ? 'refused' : 'ok'),
  async print(refunded, terminal) {
    const { printRefundedPayment } = await import('../../selling/change-payment.ts');
    printRefundedPayment(refunded, terminal);
  },
});

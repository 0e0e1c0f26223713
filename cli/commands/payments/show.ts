import { defineCommand } from '../../define-command.ts';
import { paymentArgument, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Show a payment, its refunds, disputes and ledger',
  examples: [
    { does: 'By its id', command: 'hp payments show pay_01JA6Z1RZ0000000000000000A' },
    { does: 'The payment of an order', command: 'hp payments show 1001' },
  ],
  args: paymentArgument,
  flags: toFlag,
  async run({ args, flags }, context) {
    const { showPayment } = await import('../../selling/show-payment.ts');
    return showPayment({ to: flags.to, payment: args.payment }, context);
  },
  async print(shown, terminal) {
    const { printPayment } = await import('../../selling/show-payment.ts');
    printPayment(shown, terminal);
  },
});

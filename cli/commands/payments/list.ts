import { Flags } from '@oclif/core';
import { paymentStates } from '../../../runtime/contract/payments/payment-schemas.ts';
import { defineCommand } from '../../define-command.ts';
import { limitFlag, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'List payments, newest first',
  examples: [
    { does: 'The newest', command: 'hp payments list' },
    { does: 'Those of an order', command: 'hp payments list --order 1001' },
    { does: 'Authorized, and waiting to be captured', command: 'hp payments list --state authorized' },
  ],
  flags: {
    ...toFlag,
    order: Flags.string({ description: 'Number or id of the order', helpValue: '<order>' }),
    state: Flags.option({ options: paymentStates, description: 'State of the payment' })(),
    ...limitFlag,
  },
  async run({ flags: { to, order, state, limit } }, context) {
    const { listPayments } = await import('../../selling/list-payments.ts');
    return listPayments({ to, order, state, limit }, context);
  },
  async print(listed, terminal) {
    const { printPayments } = await import('../../selling/list-payments.ts');
    printPayments(listed, terminal);
  },
});

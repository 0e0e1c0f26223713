import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: "Compare the ledger with the providers' books",
  description:
    'Asks each provider about every payment: what was captured less what was refunded must be the same here and there. ' +
    'Changes nothing. Exit code 2 where something differs, 0 where nothing does, so that CI can watch for it.',
  examples: [
    { does: 'All providers, all payments', command: 'hp payments reconcile' },
    {
      does: 'One provider, since a day',
      command: 'hp payments reconcile --provider stripe --since 2026-03-01 --to production',
    },
    { does: 'In CI', command: 'hp payments reconcile --to production --json' },
  ],
  flags: {
    ...toFlag,
    provider: Flags.string({
      description: 'stripe or paypal; all of them unless given',
      helpValue: '<name>',
    }),
    since: Flags.string({
      description: 'Payments started on this day (or at this time) or later',
      helpValue: '<day>',
    }),
    before: Flags.string({ description: 'Payments started before this day (or time)', helpValue: '<day>' }),
  },
  async run({ flags: { to, provider, since, before } }, context) {
    const { reconcilePayments } = await import('../../selling/reconcile-payments.ts');
    return reconcilePayments({ to, provider, since, before }, context);
  },
  outcome: ({ isBalanced }) => (isBalanced ? 'ok' : 'differences'),
  async print(reconciled, terminal) {
    const { printReconciled } = await import('../../selling/reconcile-payments.ts');
    printReconciled(reconciled, terminal);
  },
});

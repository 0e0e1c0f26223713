import { defineCommand } from '../../define-command.ts';
import { filterFlags } from '../../selling/filter-flags.ts';
import { limitFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'List orders, newest first',
  description:
    "Of this project's own store, whether `hp dev` runs or not, or of a hosted runtime with --to. The states and the " +
    'channel go together in any way; a customer or a tag goes alone, and so does --search.',
  examples: [
    { does: 'The newest', command: 'hp orders list' },
    {
      does: 'Paid, and waiting to be sent',
      command: 'hp orders list --payment captured --fulfilment unfulfilled',
    },
    {
      does: 'Those of one customer, on the hosted store',
      command: 'hp orders list --search ada@example.com --to production',
    },
    { does: 'Waiting for a review, as JSON', command: 'hp orders list --state review --json' },
  ],
  flags: { ...filterFlags, ...limitFlag },
  async run({ flags: { limit, ...filter } }, context) {
    const { listOrders } = await import('../../selling/list-orders.ts');
    return listOrders(filter, limit, context);
  },
  async print(listed, terminal) {
    const { printOrders } = await import('../../selling/list-orders.ts');
    printOrders(listed, terminal);
  },
});

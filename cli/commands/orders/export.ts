import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { filterFlags } from '../../selling/filter-flags.ts';

export default defineCommand({
  group: 'selling',
  summary: 'Write orders to a CSV file, a row a line',
  description:
    'All orders, or those that the filters of `hp orders list` leave. Amounts are decimal numbers in the currency of ' +
    'the row, times are UTC. The file holds names and addresses: it is readable by you alone.',
  examples: [
    { does: 'All of them', command: 'hp orders export' },
    {
      does: "March's, of the hosted store",
      command: 'hp orders export march.csv --since 2026-03-01 --before 2026-04-01 --to production',
    },
    { does: 'To another program', command: 'hp orders export - | head' },
  ],
  args: {
    file: Args.string({
      description: 'orders.csv unless given; - for standard output',
      default: 'orders.csv',
    }),
  },
  flags: { ...filterFlags, force: Flags.boolean({ description: 'Replace a file that exists' }) },
  stopsByItself: true,
  async run({ args, flags }, context) {
    const { exportOrders } = await import('../../selling/export-orders.ts');
    return exportOrders({ ...flags, file: args.file }, context);
  },
  async print(exported, terminal) {
    const { printExported } = await import('../../selling/export-orders.ts');
    printExported(exported, terminal);
  },
});

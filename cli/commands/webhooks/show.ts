import { Args } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Show a webhook delivery with all its tries',
  examples: [
    { does: 'What was sent, and what came back', command: 'hp webhooks show whd_01JA6Z1RZ0000000000000000A' },
  ],
  args: { delivery: Args.string({ description: 'Id of the delivery (whd_…)', required: true }) },
  flags: toFlag,
  async run({ args, flags }, context) {
    const { openSelling } = await import('../../selling/open-selling.ts');
    const store = await openSelling(flags.to, context);
    return store.call('webhooks.deliveries.get', { deliveryId: args.delivery });
  },
  async print(delivery, terminal) {
    const { deliveryLines } = await import('../../webhooks/delivery-lines.ts');
    for (const line of deliveryLines(delivery, terminal.paint)) terminal.result(line);
  },
});

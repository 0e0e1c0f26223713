import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { limitFlag, toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'List webhook deliveries, newest first',
  description: 'What was sent to endpoints, and what is on its way. Dead letters are those given up.',
  examples: [
    { does: 'The newest', command: 'hp webhooks list' },
    { does: 'Dead letters of the hosted store', command: 'hp webhooks list --state dead --to production' },
    {
      does: 'Everything about an order',
      command: 'hp webhooks list --subject ord_01JA6Z1RZ0000000000000000A',
    },
  ],
  flags: {
    ...toFlag,
    endpoint: Flags.string({ description: 'Id of the endpoint (whe_…)', helpValue: '<endpoint>' }),
    state: Flags.option({
      description: 'What became of it',
      options: ['pending', 'delivered', 'dead'] as const,
    })(),
    type: Flags.string({ description: 'Type of the event: order.placed', helpValue: '<type>' }),
    subject: Flags.string({ description: 'Id of what the event is about', helpValue: '<id>' }),
    event: Flags.string({ description: 'Id of the event, sent as `webhook-id`', helpValue: '<id>' }),
    ...limitFlag,
  },
  async run({ flags }, context) {
    const { openSelling } = await import('../../selling/open-selling.ts');
    const { firstOf } = await import('../../selling/pages.ts');
    const { to, endpoint, state, type, subject, event, limit } = flags;
    const store = await openSelling(to, context);
    const filter = {
      ...(endpoint && { endpointId: endpoint }),
      ...(state && { state }),
      ...(type && { eventType: type }),
      ...(subject && { subject }),
      ...(event && { eventId: event }),
    };
    return firstOf(limit, (page) => store.call('webhooks.deliveries.list', { ...filter, ...page }));
  },
  async print({ items, hasMore }, terminal) {
    if (items.length === 0) {
      terminal.note('There are none. `hp webhooks listen` makes an endpoint that takes everything.');
      return;
    }
    const { printDeliveries } = await import('../../webhooks/delivery-lines.ts');
    printDeliveries(items, terminal);
    if (hasMore) terminal.note('More follow; ask for them with --limit, or narrow it down.');
  },
});

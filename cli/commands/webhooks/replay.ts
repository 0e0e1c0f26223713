import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { toFlag } from '../../selling/selling-flags.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Send a webhook delivery once more, or those of a time',
  description:
    'With the same `webhook-id`, so that a handler knows it has seen it. Of a time, dead letters are sent unless --state ' +
    'says otherwise.',
  examples: [
    { does: 'One', command: 'hp webhooks replay whd_01JA6Z1RZ0000000000000000A' },
    {
      does: 'What an endpoint missed since yesterday',
      command: 'hp webhooks replay --endpoint whe_01JA6Z1RZ0000000000000000A --since 2026-11-25',
    },
  ],
  args: { delivery: Args.string({ description: 'Id of the delivery (whd_…)' }) },
  flags: {
    ...toFlag,
    endpoint: Flags.string({
      description: 'Id of the endpoint (whe_…), with --since',
      helpValue: '<endpoint>',
    }),
    since: Flags.string({ description: 'First moment of the events', helpValue: '<time>' }),
    before: Flags.string({ description: 'First moment after them; now unless given', helpValue: '<time>' }),
    state: Flags.option({
      description: 'Which of them',
      options: ['dead', 'delivered', 'all'] as const,
    })(),
  },
  async run({ args, flags }, context) {
    const { replay } = await import('../../webhooks/replay.ts');
    return replay({ ...flags, delivery: args.delivery }, context);
  },
  print({ count }, { paint, result }) {
    result(`${paint.green('✔')} ${count} ${count === 1 ? 'delivery is' : 'deliveries are'} sent again`);
  },
});

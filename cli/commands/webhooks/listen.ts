import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Show the events of the running store, and pass them on to a handler',
  description:
    'Makes an endpoint for as long as it runs, shows each delivery with what the handler answered and how long it took, ' +
    'and passes it on, signed. What the handler answers goes back to the platform, which tries again as it would in ' +
    'production. The secret to verify with is shown, and stays the same in a project. Ctrl-C stops it.\n\n' +
    'With --json each event is a line; the first one has "event": "ready".',
  examples: [
    {
      does: 'Everything that happens to orders, to a handler of yours',
      command: 'hp webhooks listen --forward-to http://localhost:3000/webhooks --events order.*',
    },
    { does: 'Only look', command: 'hp webhooks listen' },
  ],
  flags: {
    'forward-to': Flags.string({ description: 'URL of your handler', helpValue: '<url>' }),
    events: Flags.string({
      description: 'Types, with wildcards and commas: order.*,payment.captured; may be given several times',
      default: ['*'],
      ...{ multiple: true, helpValue: '<types>' },
    }),
    payload: Flags.option({
      description: 'What a delivery carries',
      default: 'full',
      options: ['full', 'thin'] as const,
    })(),
    format: Flags.option({
      description: 'Shape of the body',
      default: 'standard',
      options: ['standard', 'cloudevents'] as const,
    })(),
  },
  runsUntilStopped: true,
  async run({ flags }, context) {
    const { checkedUrl } = await import('../../webhooks/checked-url.ts');
    const { runListen } = await import('../../webhooks/listen/run-listen.ts');
    const { payload, format } = flags;
    const events = flags.events.flatMap((text) => text.split(',')).map((type) => type.trim());
    const forwardTo = flags['forward-to'];
    await runListen(
      { payload, format, events, forwardTo: forwardTo && checkedUrl(forwardTo, '--forward-to') },
      context,
    );
  },
});

import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'webhooks',
  summary: 'Try a handler with good, bad, stale, repeated and unknown events',
  description:
    'Sends it what comes in production, and shows how it did: it has to accept what is signed rightly, also twice, out of ' +
    'order, and of a type it does not know, and refuse what is not. Nothing has to run but the handler. Where it did not ' +
    'do well the exit code is 1.',
  examples: [
    {
      does: 'With the secret of `hp webhooks listen`',
      command: 'hp webhooks check http://localhost:3000/webhooks',
    },
    {
      does: 'With an event that you know, and the secret that the handler has',
      command: 'hp webhooks check localhost:3000/webhooks --body order-placed.json --secret whsec_c2VjcmV0',
    },
  ],
  args: { url: Args.string({ description: 'URL of the handler', required: true }) },
  flags: {
    secret: Flags.string({
      description:
        'What it verifies with; HEADLESSPRO_WEBHOOK_SECRET, or that of `hp webhooks listen`, unless given',
      helpValue: '<secret>',
    }),
    body: Flags.string({ description: 'File with the event to send', helpValue: '<file>' }),
  },
  async run({ args, flags }, context) {
    const { checkHandler } = await import('../../webhooks/check/check-handler.ts');
    return checkHandler({ url: args.url, secret: flags.secret, body: flags.body }, context);
  },
  outcome: ({ isGood }) => (isGood ? 'ok' : 'refused'),
  async print({ outcomes }, terminal) {
    const { table } = await import('../../output/table.ts');
    const { paint } = terminal;
    terminal.result(
      table(
        terminal,
        ['', 'event', 'has to be', 'answer', 'time'],
        outcomes.map(({ name, expects, isGood, status, error, milliseconds }) => [
          isGood ? paint.green('✔') : paint.red('✖'),
          ...[name, expects, String(status ?? error ?? ''), `${milliseconds} ms`],
        ]),
      ),
    );
    for (const { name, why, isGood } of outcomes)
      if (!isGood) terminal.note(`${terminal.notePaint.red('✖')} ${name}: ${why}`);
  },
});

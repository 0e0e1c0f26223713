import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Run the hosted runtime on a PostgreSQL database',
  description:
    'Runs the same services as `hp dev`, on PostgreSQL. The first start makes the tables, an empty store and its ' +
    'keys, and shows the keys once; later starts use what is there. Keys that you choose come from ' +
    'HEADLESSPRO_SECRET_KEY and HEADLESSPRO_PUBLISHABLE_KEY and are not shown; with another key there, the one ' +
    'before stops working. Only digests of keys are stored.\n\n' +
    'Personal data is encrypted with HEADLESSPRO_ENCRYPTION_KEYS, which has to be the same at every start ' +
    '("id:base64[,id:base64…]", 32 bytes each; the first encrypts, all decrypt). ' +
    'Make one with `openssl rand -base64 32`, and keep it: without it the data can not be read again.\n\n' +
    'SIGTERM and Ctrl-C let the requests under way finish. With --json each event is a line; the first one after ' +
    'the start has "event": "ready". `GET /health` answers as long as the process does.',
  examples: [
    {
      does: 'With the database in the environment, where no other user of the machine sees its password',
      command:
        'HEADLESSPRO_DATABASE_URL=postgres://shop:…@db.internal/shop HEADLESSPRO_ENCRYPTION_KEYS=2026:… hp runtime start',
    },
    {
      does: 'In a container: all addresses, a fixed port, a mounted folder, logs as JSON lines',
      command: 'hp runtime start --host 0.0.0.0 --port 8080 --files /data/files --json',
    },
    { does: 'The keys were lost: make new ones', command: 'hp runtime start --new-keys' },
  ],
  flags: {
    'database-url': Flags.string({
      description: 'PostgreSQL database; better in HEADLESSPRO_DATABASE_URL, which no process list shows',
      helpValue: '<url>',
    }),
    files: Flags.string({
      description: 'Folder of uploaded media; processes of one store share it',
      default: 'headlesspro-files',
      helpValue: '<folder>',
    }),
    port: Flags.integer({
      char: 'p',
      description: 'Port to listen on, 0 for any free one',
      default: 8080,
      helpValue: '<port>',
      min: 0,
      max: 65_535,
    }),
    host: Flags.string({
      description: 'Address to listen on (127.0.0.1: this machine only)',
      default: '127.0.0.1',
      helpValue: '<address>',
    }),
    'new-keys': Flags.boolean({
      description: 'Make new keys, show them, and let those made before no longer work',
    }),
    'trusted-proxies': Flags.integer({
      description: 'Proxies in front, whose X-Forwarded-For says where shoppers are',
      default: 0,
      helpValue: '<number>',
      min: 0,
      max: 10,
    }),
    requests: Flags.boolean({ description: 'Show each request (default)', default: true, allowNo: true }),
  },
  runsUntilStopped: true,
  async run({ flags }, context) {
    const { runRuntime } = await import('../../hosted/run-runtime.ts');
    const { files, host, port, requests } = flags;
    await runRuntime(
      {
        ...{ files, host, port, requests, databaseUrl: flags['database-url'], newKeys: flags['new-keys'] },
        trustedProxies: flags['trusted-proxies'],
      },
      context,
    );
  },
});

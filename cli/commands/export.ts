import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Write the catalog to a file that hp import reads',
  description:
    'JSON Lines carry the whole catalog: categories, collections, products, media files, price lists, locations and ' +
    'stock. A Shopify CSV carries products, as Shopify reads them. Works beside a running `hp dev`, and without one.',
  examples: [
    { does: 'The whole catalog', command: 'hp export catalog.jsonl' },
    { does: 'Products for Shopify', command: 'hp export products.csv' },
    { does: 'To another program', command: 'hp export - | gzip > catalog.jsonl.gz' },
  ],
  args: {
    file: Args.string({
      description: 'catalog.jsonl (or products.csv) unless given; - for standard output',
    }),
  },
  flags: {
    format: Flags.option({
      options: ['jsonl', 'shopify-csv'] as const,
      description: 'By the name of the file unless given',
    })(),
    files: Flags.boolean({
      default: true,
      allowNo: true,
      description: 'Whether JSON Lines carry the media files themselves',
    }),
    force: Flags.boolean({ description: 'Replace a file that exists' }),
  },
  stopsByItself: true,
  async run({ args, flags }, context) {
    const { runExport } = await import('../transfer/run-export.ts');
    const { format, files, force } = flags;
    return runExport({ file: args.file, format, withFiles: files, force }, context);
  },
  async print({ file, counts, notes }, { paint, result, note }) {
    const { countOf } = await import('../transfer/summary-lines.ts');
    for (const text of notes) note(`${paint.yellow('!')} ${text}`);
    const parts = Object.entries(counts).map(([kind, count]) => countOf(kind as keyof typeof counts, count));
    const text = `${paint.green('✔')} ${parts.join(', ') || 'an empty catalog'}`;
    if (file === null) note(text);
    else result(`${text}\n  ${file}`);
  },
});

import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Bring in a Shopify CSV, or what hp export wrote',
  description:
    'Works beside a running `hp dev`, and without one. Good rows go in; each that is refused is named with its line, ' +
    'and the exit code is 1. Running it again changes nothing that is as the file says. Nothing is fetched from ' +
    'outside unless you say `--images download`.',
  examples: [
    { does: 'An export of a Shopify store', command: 'hp import products_export.csv' },
    {
      does: 'With its pictures, and refused rows in a file',
      command: 'hp import products.csv --images download --report refused.csv',
    },
    { does: 'From another program', command: 'zcat catalog.jsonl.gz | hp import -' },
  ],
  args: {
    file: Args.string({ required: true, description: 'the file; - for standard input' }),
  },
  flags: {
    format: Flags.option({
      options: ['shopify-csv', 'jsonl'] as const,
      description: 'What the file is, where its name and its content do not say so',
    })(),
    images: Flags.option({
      options: ['skip', 'download'] as const,
      default: 'skip' as const,
      description: 'Whether pictures of a Shopify CSV are fetched from their addresses',
    })(),
    'product-type': Flags.string({
      description: 'Product type for rows of a Shopify CSV whose "Type" is none of the store',
    }),
    location: Flags.string({
      description: 'Name or id of the location that the quantities of a Shopify CSV are for',
    }),
    report: Flags.string({ description: 'Write refused rows to this file: .csv, else JSON Lines' }),
  },
  stopsByItself: true,
  async run({ args, flags }, context) {
    const { runImport } = await import('../transfer/run-import.ts');
    const { format, images, location, report } = flags;
    return runImport(
      { file: args.file, format, images, location, productType: flags['product-type'], report },
      context,
    );
  },
  outcome: ({ refused }) => (refused > 0 ? 'refused' : 'ok'),
  async print(imported, { paint, result, note }) {
    const { summaryLines } = await import('../transfer/summary-lines.ts');
    const { file, refused, refusals, notes, report } = imported;
    const shown = 20;
    for (const { line, subject, field, reason } of refusals.slice(0, shown)) {
      const about = [subject, field].filter(Boolean).join(' ');
      note(`${paint.red('✖')} ${file}:${line}${about ? ` ${paint.bold(about)}` : ''}: ${reason}`);
    }
    if (refused > shown) {
      const where = report ? `all are in ${report}` : 'write them to a file with --report refused.csv';
      note(`  and ${(refused - shown).toLocaleString('en')} more; ${where}`);
    }
    for (const text of notes) note(`${paint.yellow('!')} ${text}`);
    const mark = refused > 0 ? paint.yellow('!') : paint.green('✔');
    for (const line of summaryLines(imported)) result(`${mark} ${line}`);
  },
});

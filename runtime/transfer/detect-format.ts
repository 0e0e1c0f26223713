import type { TransferFormat } from './report.ts';
import { UnreadableFile } from './unreadable-file.ts';

const byExtension: Readonly<Record<string, TransferFormat>> = {
  csv: 'shopify-csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** By the file's name. */
export function formatOfName(name: string): TransferFormat | undefined {
  return byExtension[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
}

/** By how its text begins: an object, or a row of column names. */
export function formatOfText(text: string): TransferFormat {
  const begin = text.trimStart();
  if (begin.startsWith('{')) return 'jsonl';
  if (begin.startsWith('[')) {
    throw new UnreadableFile(
      'unknown_format',
      1,
      'The file is a JSON array, not JSON Lines.',
      'Write one record a line, without the array around them.',
    );
  }
  const [firstLine = ''] = begin.split('\n', 1);
  if (firstLine.includes(',')) return 'shopify-csv';
  throw new UnreadableFile(
    'unknown_format',
    1,
    `The file is neither a CSV nor JSON Lines: it begins with "${firstLine.slice(0, 40)}".`,
    'Give a Shopify product export, or a file that `hp export` wrote.',
  );
}

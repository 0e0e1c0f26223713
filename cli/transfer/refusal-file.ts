import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Refusal } from '../../runtime/transfer/index.ts';
import { refused } from '../cli-error.ts';

const columns = ['line', 'kind', 'subject', 'field', 'reason'] as const;

/** Refusals, written as they come: JSON Lines, or CSV where the file is called so. */
export interface RefusalFile {
  add(refusal: Refusal): void;
  close(): void;
}

export function openRefusalFile(file: string): RefusalFile {
  if (!existsSync(dirname(file)) || (existsSync(file) && statSync(file).isDirectory())) {
    throw refused('no_such_folder', `No report can be written to ${file}.`, {
      fix: 'Give --report a file in a folder that exists.',
      where: { file },
    });
  }
  const isCsv = extname(file).toLowerCase() === '.csv';
  const descriptor = openSync(file, 'w');
  const row = (cells: readonly unknown[]) => stringify([cells.map((cell) => cell ?? '')]);
  if (isCsv) writeSync(descriptor, row(columns));
  return {
    add(refusal) {
      const text = isCsv ? row(columns.map((name) => refusal[name])) : `${JSON.stringify(refusal)}\n`;
      writeSync(descriptor, text);
    },
    close: () => closeSync(descriptor),
  };
}

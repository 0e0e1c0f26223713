import { unknownName } from '../../validation/index.ts';
import { type RecordKind, recordKinds } from '../report.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { exportVersion, isHeader } from './header.ts';
import { readLines } from './read-lines.ts';

export type RecordData = Readonly<Record<string, unknown>>;

export interface TransferRecord {
  readonly line: number;
  readonly kind: RecordKind;
  readonly data: RecordData;
}

export interface BrokenRecord {
  readonly line: number;
  readonly reason: string;
}

const exampleHeader = JSON.stringify({ headlesspro: 'export', version: exportVersion });

function checkHeader(line: number, value: unknown): void {
  if (!isHeader(value)) {
    throw new UnreadableFile(
      'missing_header',
      line,
      'The first line does not say that this is an export of HeadlessPro.',
      `Begin the file with the line ${exampleHeader}`,
    );
  }
  if (value.version > exportVersion) {
    throw new UnreadableFile(
      'newer_version',
      line,
      `The file is of version ${value.version}; this hp reads up to ${exportVersion}.`,
      'Update HeadlessPro: `npm install headlesspro@latest`.',
    );
  }
}

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const cause = error instanceof Error ? error.message.replace(/ in JSON.*$/, '') : '';
    return { reason: `This is not JSON: ${cause}.` };
  }
}

function isObject(value: unknown): value is RecordData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toRecord(line: number, value: unknown): TransferRecord | BrokenRecord {
  if (!isObject(value)) return { line, reason: 'A record is an object: {"kind": "product", "data": { … }}.' };
  const { kind, data, ...others } = value;
  if (typeof kind !== 'string') {
    return { line, reason: `A record has a "kind": ${recordKinds.join(', ')}.` };
  }
  const known = recordKinds.find((candidate) => candidate === kind);
  if (!known) return { line, reason: unknownName(kind, 'kind of record', recordKinds) };
  if (!isObject(data))
    return { line, reason: 'A record has its content in "data": {"kind": …, "data": { … }}.' };
  const [other] = Object.keys(others);
  if (other !== undefined) return { line, reason: unknownName(other, 'part of a record', ['kind', 'data']) };
  return { line, kind: known, data };
}

/**
 * Records of a file, one at a time; lines that are none come with what is wrong. Blank lines are passed over.
 *
 * @throws {UnreadableFile} where the header is missing, or is that of a newer version.
 */
export async function* readRecords(
  pieces: AsyncIterable<string>,
): AsyncGenerator<TransferRecord | BrokenRecord> {
  let hasHeader = false;
  for await (const { number, text } of readLines(pieces)) {
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if (!hasHeader) {
      checkHeader(number, 'value' in parsed ? parsed.value : undefined);
      hasHeader = true;
      continue;
    }
    yield 'value' in parsed ? toRecord(number, parsed.value) : { line: number, reason: parsed.reason };
  }
  if (!hasHeader) checkHeader(1, undefined);
}

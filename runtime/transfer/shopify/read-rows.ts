import { Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { UnreadableFile } from '../unreadable-file.ts';

export interface Row {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A description may have 256 KB, and a row a few texts more. What is longer is a quote that was not closed. */
const maximumRowLength = 2 * 1024 * 1024;

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Info;
}

function lineBreaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Rows of a CSV file, the header first, as they come: one row in memory at a time. Blank lines are passed over.
 *
 * @throws {UnreadableFile} where a quote is never closed: it swallows all that follows.
 */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  const parser = parse({
    info: true,
    // Rows of another width are told by their line, and quotes in the middle of a field are kept as they are.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    max_record_size: maximumRowLength,
  });
  const text = Readable.from(pieces);
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let lastLine = 0;
  try {
    // With `info`, each row comes with where the parser was when it ended.
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      lastLine = info.lines;
      const breaks = record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_MAX_RECORD_SIZE') throw error;
    throw new UnreadableFile(
      'unclosed_quote',
      lastLine + 1,
      'A quoted field begins in this row and is never closed, so nothing after it could be read.',
      'Close the quote (") and run it again; quotes inside a quoted field are doubled ("").',
    );
  } finally {
    text.destroy();
  }
}

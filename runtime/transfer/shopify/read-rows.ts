import { type Info, type Parser, parse } from 'csv-parse';
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

/** Gives the parser a piece, or the end. Resolves with its error, where it has one. */
function feed(parser: Parser, piece: string | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    parser.once('error', resolve);
    if (piece === undefined) parser.end(() => resolve(undefined));
    else parser.write(piece, (error) => resolve(error ?? undefined));
  });
}

/** What the parser has made so far. With `info`, each row comes with where the parser was when it ended. */
function take(parser: Parser): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  for (let row: ParsedRow | null = parser.read(); row; row = parser.read()) rows.push(row);
  return rows;
}

/**
 * Rows of a CSV file, the header first, as they come: a few in memory at a time. Blank lines are passed over.
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
  let lastLine = 0;
  function* rowsOf(rows: readonly ParsedRow[]): Generator<Row> {
    for (const { record, info } of rows) {
      lastLine = info.lines;
      const breaks = record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  }
  async function* parsed(piece: string | undefined): AsyncGenerator<Row> {
    const fed = feed(parser, piece);
    // Taken before the parser tells of an error further on, which would take them with it.
    yield* rowsOf(take(parser));
    const error = await fed;
    parser.removeAllListeners('error');
    if (error) throw explain(error, lastLine);
    yield* rowsOf(take(parser));
  }
  for await (const piece of pieces) yield* parsed(piece);
  yield* parsed(undefined);
}

function explain(error: unknown, lastLine: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_MAX_RECORD_SIZE') return error;
  return new UnreadableFile(
    'unclosed_quote',
    lastLine + 1,
    'A quoted field begins in this row and is never closed, so nothing after it could be read.',
    'Close the quote (") and run it again; quotes inside a quoted field are doubled ("").',
  );
}

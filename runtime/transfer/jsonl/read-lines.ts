import { UnreadableFile } from '../unreadable-file.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** A media file of 20 MB in base64, and something around it. */
const maximumLineLength = 32 * 1024 * 1024;

/**
 * Lines of a text that comes in pieces; one of them in memory at a time.
 *
 * @throws {UnreadableFile} where one is longer than any record can be.
 */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let begun: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      number += 1;
      yield { number, text: begun.join('') + piece.slice(start, end) };
      begun = [];
      length = 0;
      start = end + 1;
    }
    if (start === piece.length) continue;
    begun.push(piece.slice(start));
    length += piece.length - start;
    if (length > maximumLineLength) {
      throw new UnreadableFile(
        'line_too_long',
        number + 1,
        'This line is longer than 32 MB.',
        'Write one record a line, and media files of at most 20 MB.',
      );
    }
  }
  if (length > 0) yield { number: number + 1, text: begun.join('') };
}

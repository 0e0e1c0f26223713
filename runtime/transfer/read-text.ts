import { UnreadableFile } from './unreadable-file.ts';

const signatures: readonly (readonly [bytes: readonly number[], what: string, fix: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP or Excel file', 'Unpack it, or save the sheet as "CSV UTF-8".'],
  [[0x1f, 0x8b], 'compressed with gzip', 'Unpack it first: `gunzip -c FILE | hp import -`.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Export the data as CSV instead.'],
];

const begins = (chunk: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, index) => chunk[index] === byte);

/** What the first bytes give away. UTF-16 has a mark, or a zero in every Latin letter. */
function checkFirst(chunk: Uint8Array): void {
  for (const [bytes, what, fix] of signatures) {
    if (begins(chunk, bytes)) throw new UnreadableFile('not_text', 1, `The file is ${what}, not text.`, fix);
  }
  const isMarked = begins(chunk, [0xff, 0xfe]) || begins(chunk, [0xfe, 0xff]);
  if (isMarked || (chunk.length >= 4 && chunk.subarray(0, 4).filter((byte) => byte === 0).length === 2)) {
    throw new UnreadableFile(
      'wrong_encoding',
      1,
      'The file is in UTF-16.',
      'Save it as UTF-8: in Excel "CSV UTF-8", or `iconv -f UTF-16 -t UTF-8 FILE | hp import -`.',
    );
  }
  if (chunk.subarray(0, 4096).includes(0)) {
    throw new UnreadableFile(
      'not_text',
      1,
      'The file is not text.',
      'Give a Shopify product CSV, or JSON Lines.',
    );
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** How many bytes at the front are UTF-8, for the message that names the line of the first that is not. */
function goodPart(chunk: Uint8Array): string {
  let good = 0;
  let bad = chunk.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(chunk.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      // Not text up to there: the fault lies before it.
      bad = middle;
    }
  }
  return new TextDecoder('utf-8').decode(chunk.subarray(0, good));
}

/**
 * The text of a file in pieces, its byte order mark taken off and Windows and old Mac line ends turned into `\n`, so
 * that a line of the file is one line to whoever counts.
 *
 * @throws {UnreadableFile} where it is empty, or not UTF-8.
 */
export async function* readText(
  source: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let endedInReturn = false;
  let isFirst = true;
  let line = 1;
  const normalize = (text: string): string => {
    if (text === '') return '';
    const continued = endedInReturn && text.startsWith('\n') ? text.slice(1) : text;
    endedInReturn = text.endsWith('\r');
    return continued.includes('\r') ? continued.replace(/\r\n?/g, '\n') : continued;
  };
  const decode = (chunk: Uint8Array, stream: boolean): string => {
    try {
      return normalize(decoder.decode(chunk, { stream }));
    } catch {
      throw new UnreadableFile(
        'wrong_encoding',
        line + countLines(normalize(goodPart(chunk))),
        'The file is not in UTF-8; it looks like Latin-1 or Windows-1252.',
        'Save it as UTF-8: in Excel "CSV UTF-8", or `iconv -f WINDOWS-1252 -t UTF-8 FILE | hp import -`.',
      );
    }
  };
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    if (isFirst) checkFirst(chunk);
    isFirst = false;
    const text = decode(chunk, true);
    onBytes(chunk.length);
    line += countLines(text);
    if (text !== '') yield text;
  }
  const rest = decode(new Uint8Array(), false);
  if (rest !== '') yield rest;
  if (isFirst) {
    throw new UnreadableFile('empty_file', 1, 'The file is empty.', 'Give a file with a header line.');
  }
}

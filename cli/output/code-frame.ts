import { readFileSync, statSync } from 'node:fs';
import type { Ansis } from 'ansis';
import type { Place } from '../cli-error.ts';

/** Longer files and lines are data, and no frame of them is of help. */
const maximumBytes = 1024 * 1024;
const maximumColumns = 160;

/** A terminal obeys control characters, so none of a file's own may reach it. */
function printable(line: string): string {
  const cut = line.length > maximumColumns ? `${line.slice(0, maximumColumns)}…` : line;
  return cut.replace(/(?!\t)\p{Cc}/gu, '·');
}

/** The lines around a place, the place itself marked; nothing where the file can't be read. */
export function codeFrame(place: Place, paint: Ansis): string[] {
  if (!place.line) return [];
  let source: string;
  try {
    if (statSync(place.file).size > maximumBytes) return [];
    source = readFileSync(place.file, 'utf8');
  } catch {
    // The frame is an extra: the message names the place already.
    return [];
  }
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, place.line - 2);
  const last = Math.min(lines.length, place.line + 2);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = printable(lines[number - 1] ?? '');
    const isPlace = number === place.line;
    const gutter = `${isPlace ? '>' : ' '} ${String(number).padStart(width)} │ `;
    frame.push(isPlace ? paint.red(gutter) + text : paint.dim(gutter + text));
    if (isPlace && place.column)
      frame.push(`${' '.repeat(width + 3)}${paint.red(`│ ${' '.repeat(place.column - 1)}^`)}`);
  }
  return frame;
}

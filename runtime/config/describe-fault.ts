import { readFileSync } from 'node:fs';
import type { ConfigIssue, SourceLocation } from './config-error.ts';
import { parseSource } from './parse-source.ts';

/** The first place in the stack that lies in the project. */
function locationOf(error: unknown, files: readonly string[]): SourceLocation | undefined {
  if (!(error instanceof Error)) return undefined;
  const places = (error.stack ?? '').split('\n').map((line) => {
    const [, file = '', at, column] =
      /(?:file:\/\/)?(\/[^\s():]+|[A-Z]:[^\s():]+):(\d+)(?::(\d+))?/.exec(line) ?? [];
    return { file, line: Number(at), column: Number(column ?? 1) };
  });
  const place = places.find(({ file }) => files.includes(file));
  return place && { ...place, column: isWithin(place) ? place.column : 1 };
}

/** In the first line, the column counts what compiler and loader put before it. */
function isWithin({ file, line, column }: SourceLocation): boolean {
  const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  return line > 1 && column <= text.length + 1;
}

/** The first of the files that is no program: neither compiler nor engine say where as well as a parser does. */
function syntaxFault(files: readonly string[]): ConfigIssue | undefined {
  for (const file of files.filter((path) => /\.[cm]?[jt]s$/.test(path))) {
    try {
      parseSource(readFileSync(file, 'utf8'));
    } catch (error) {
      const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
      if (!loc) throw error;
      const what = message.replace(/ \(\d+:\d+\)$/, '');
      const location = { file, line: loc.line, column: loc.column + 1 };
      return { pointer: '', message: `could not be read: ${what}`, location };
    }
  }
  return undefined;
}

/** Why a config could not be run, and where: `files` are those it consists of, itself first. */
export function describeFault(error: unknown, files: readonly string[]): ConfigIssue {
  const fault = error instanceof SyntaxError ? syntaxFault(files) : undefined;
  if (fault) return fault;
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const [file = ''] = files;
  const location = locationOf(error, files) ?? { file, line: 1, column: 1 };
  return { pointer: '', message: `could not be read: ${message}`, location };
}

import { textWrapper } from '../wrap-text.ts';

/** Columns of a line, as `ruff format` has them unless it is told otherwise. */
export const lineWidth = 88;

/** A docstring behind `indent`, wrapped. Paragraphs that start with a blank keep their lines: they are code. */
export function docstring(paragraphs: readonly (string | undefined)[], indent: string): string {
  const texts = paragraphs.filter((text): text is string => text !== undefined && text.trim() !== '');
  if (texts.length === 0) return '';
  const text = escaped(texts.join('\n\n'));
  const wrapped = (quotes: number) =>
    text.split('\n').flatMap((line) => wrap(line.trimEnd(), indent, quotes));
  const lines = wrapped(quoteWidth);
  // What is one line but for the quotes is broken all the same: the formatter would put them behind it.
  const shown = lines.length > 1 ? lines : wrapped(2 * quoteWidth);
  const [only = ''] = shown;
  // One line holds its quotes; one that ends with a quote or a backslash keeps off them.
  if (shown.length === 1) return `${indent}"""${only}${/["\\]$/.test(only) ? ' ' : ''}"""\n`;
  const body = shown.map((line, index) => (index === 0 ? line : `${indent}${line}`.trimEnd())).join('\n');
  return `${indent}"""${body}\n${indent}"""\n`;
}

const quoteWidth = 3;

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').trimStart().replace(/^"/, '\\"');
}

const wrapText = textWrapper();

function wrap(line: string, indent: string, quotes: number): readonly string[] {
  const width = lineWidth - indent.length - quotes;
  if (/^\s/.test(line)) return [line];
  return wrapText(line, width);
}

/** A string literal: in double quotes, unless single ones save an escape. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text);
  if (!text.includes('"') || text.includes("'")) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** A JSON value as a literal of Python, on one line. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, item]) => `${quote(name)}: ${literal(item)}`)
    .join(', ')}}`;
}

/** Columns of a line, as `ruff format` has them unless it is told otherwise. */
export const lineWidth = 88;

/** A docstring behind `indent`, wrapped. Paragraphs that start with a blank keep their lines: they are code. */
export function docstring(paragraphs: readonly (string | undefined)[], indent: string): string {
  const texts = paragraphs.filter((text): text is string => text !== undefined && text.trim() !== '');
  if (texts.length === 0) return '';
  const lines = texts.flatMap((text, index) => [
    ...(index > 0 ? [''] : []),
    ...escaped(text)
      .split('\n')
      .flatMap((line) => wrap(line.trimEnd(), indent)),
  ]);
  const [only = ''] = lines;
  const closes = indent.length + only.length + 6 <= lineWidth && !only.endsWith('"') && !only.endsWith('\\');
  if (lines.length === 1 && closes) return `${indent}"""${only}"""\n`;
  const body = lines.map((line, index) => (index === 0 ? line : `${indent}${line}`.trimEnd())).join('\n');
  return `${indent}"""${body}\n${indent}"""\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').trimStart().replace(/^"/, '\\"');
}

function wrap(line: string, indent: string): string[] {
  const width = lineWidth - indent.length - 3;
  if (/^\s/.test(line)) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
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

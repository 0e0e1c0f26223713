import { textWrapper } from '../wrap-text.ts';

/** Columns of a line of generated code. */
export const lineWidth = 110;

/** `flat` where it fits behind `indent` columns, else `broken`. */
export function fitLine(indent: number, flat: string, broken: () => string): string {
  return !flat.includes('\n') && indent + flat.length <= lineWidth ? flat : broken();
}

/** A documentation comment, wrapped; empty where there is nothing to say. */
export function docComment(paragraphs: readonly (string | undefined)[], indent = ''): string {
  const texts = paragraphs.filter((text): text is string => text !== undefined && text !== '');
  // A text that ends the comment would go on as code.
  const lines = texts
    .flatMap((text, index) => [
      ...(index > 0 ? [''] : []),
      ...text.split('\n').flatMap((line) => wrap(line, indent)),
    ])
    .map((line) => line.replaceAll('*/', '*\\/'));
  const [only = ''] = lines;
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

const wrapText = textWrapper();

/** Code in comments keeps its lines; prose is broken between words. */
function wrap(line: string, indent: string): readonly string[] {
  const width = lineWidth - indent.length - 7;
  if (/^(\s|@|for |await |const )/.test(line)) return [line];
  return wrapText(line, width);
}

/** A string literal: in single quotes, unless double ones save an escape. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text);
  if (text.includes("'") && !text.includes('"')) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A name of a property as source: quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** Names that a parameter of a method can not have: words of the language, and our own parameters. */
const takenNames: ReadonlySet<string> = new Set([
  ...[
    'file',
    'input',
    'options',
    'arguments',
    'await',
    'break',
    'case',
    'catch',
    'class',
    'const',
    'continue',
  ],
  ...['debugger', 'default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally'],
  ...['for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null'],
  ...['package', 'path', 'private', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this'],
  ...['throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with', 'yield'],
]);

/** A parameter's name is no part of the SDK's surface, so it may differ from the contract's. */
export function parameterName(name: string): string {
  return takenNames.has(name) ? `${name}Value` : name;
}

/**
 * A JSON value as a literal of TypeScript, in lines indented by `indent`, the first behind `lead` columns.
 * `margin` columns stand before every line: those of a comment, say.
 */
export function literal(value: unknown, indent: number, lead = indent, margin = 0): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const parts = (inner: number): string[] =>
    isList
      ? value.map((item: unknown) => literal(item, inner, inner, margin))
      : Object.entries(value).map(([name, item]) => {
          const head = `${propertyName(name)}: `;
          return head + literal(item, inner, inner + head.length, margin);
        });
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const flat = parts(0).length === 0 ? (isList ? '[]' : '{}') : open + parts(0).join(', ') + close;
  return fitLine(margin + lead, flat, () => {
    const padding = ' '.repeat(indent + 2);
    const lines = parts(indent + 2).map((part) => `${padding}${part},\n`);
    return `${open.trim()}\n${lines.join('')}${' '.repeat(indent)}${close.trim()}`;
  });
}

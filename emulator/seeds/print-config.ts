import type { Config } from '../../runtime/config/index.ts';

const width = 100;

function nameOf(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? key : quote(key);
}

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const properties = Object.entries(value).map(([key, inner]) => `${nameOf(key)}: ${onOneLine(inner)}`);
  return `{ ${properties.join(', ')} }`;
}

/** Whether something below the pointer carries a note, so that it needs lines of its own. */
function hasNotes(pointer: string, notes: Readonly<Record<string, string>>): boolean {
  return Object.keys(notes).some((key) => key.startsWith(`${pointer}/`));
}

function print(
  value: unknown,
  pointer: string,
  indent: string,
  notes: Readonly<Record<string, string>>,
): string {
  const short = onOneLine(value);
  const isRoot = pointer === '';
  if (typeof value !== 'object' || value === null) return short;
  const fits = short.length + indent.length + (pointer.split('/').at(-1)?.length ?? 0) + 3 <= width;
  if (!isRoot && fits && !hasNotes(pointer, notes)) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map(
      (item, index) => `${inner}${print(item, `${pointer}/${index}`, inner, notes)},\n`,
    );
    return `[\n${items.join('')}${indent}]`;
  }
  const lines = Object.entries(value).map(([key, property]) => {
    const place = `${pointer}/${key}`;
    const note = notes[place];
    const comment = note === undefined ? '' : `${inner}// ${note}\n`;
    return `${comment}${inner}${nameOf(key)}: ${print(property, place, inner, notes)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

/** The text of a `headlesspro.config.ts` that declares this configuration. `notes` are comments, by JSON pointer. */
export function printConfig(config: Config, notes: Readonly<Record<string, string>>): string {
  const body = print(config, '', '', notes);
  return `import { defineConfig } from 'headlesspro';\n\nexport default defineConfig(${body});\n`;
}

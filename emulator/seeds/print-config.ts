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
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
}

/** Whether something below the pointer carries a note, so that it needs lines of its own. */
function hasNotes(pointer: string, notes: Readonly<Record<string, string>>): boolean {
  return Object.keys(notes).some((key) => key.startsWith(`${pointer}/`));
}

interface Printing {
  readonly notes: Readonly<Record<string, string>>;
  /** Attributes that stand above the configuration as constants: JSON text by name. */
  readonly constants: ReadonlyMap<string, string>;
}

function isConstant(key: string, value: unknown, { constants }: Printing): boolean {
  return constants.get(key) === JSON.stringify(value);
}

function hasConstants(value: object, printing: Printing): boolean {
  return Object.entries(value).some(
    ([key, inner]) =>
      isConstant(key, inner, printing) ||
      (typeof inner === 'object' && inner !== null && hasConstants(inner, printing)),
  );
}

function print(value: unknown, pointer: string, indent: string, printing: Printing): string {
  const short = onOneLine(value);
  if (typeof value !== 'object' || value === null) return short;
  const name = pointer.split('/').at(-1) ?? '';
  const fits = short.length + indent.length + name.length + 3 <= width;
  const needsLines = pointer === '' || hasNotes(pointer, printing.notes) || hasConstants(value, printing);
  if (fits && !needsLines) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map(
      (item, index) => `${inner}${print(item, `${pointer}/${index}`, inner, printing)},\n`,
    );
    return `[\n${items.join('')}${indent}]`;
  }
  const lines = Object.entries(value).map(([key, property]) => {
    const place = `${pointer}/${key}`;
    const note = printing.notes[place];
    const comment = note === undefined ? '' : `${inner}// ${note}\n`;
    if (isConstant(key, property, printing)) return `${comment}${inner}${key},\n`;
    return `${comment}${inner}${nameOf(key)}: ${print(property, place, inner, printing)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

/** Attributes that several product types declare alike. */
function sharedAttributes(config: Config): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  const attributes = Object.values(config.productTypes ?? {}).flatMap((type) =>
    Object.entries(type.attributes ?? {}),
  );
  for (const [name] of attributes) seen.set(name, (seen.get(name) ?? 0) + 1);
  const shared = attributes.filter(([name]) => (seen.get(name) ?? 0) > 1);
  return new Map(shared.map(([name, attribute]) => [name, JSON.stringify(attribute)]));
}

/** The text of a `headlesspro.config.ts` that declares this configuration. `notes` are comments, by JSON pointer. */
export function printConfig(config: Config, notes: Readonly<Record<string, string>>): string {
  const constants = sharedAttributes(config);
  const above = [...constants].map(([name, text]) => {
    const value = print(JSON.parse(text), `/${name}`, '', { notes: {}, constants: new Map() });
    return `const ${name} = ${value} as const;\n`;
  });
  const shared =
    above.length === 0 ? '' : `// Attributes that several product types have.\n${above.join('')}\n`;
  const body = print(config, '', '', { notes, constants });
  return `import { defineConfig } from 'headlesspro';\n\n${shared}export default defineConfig(${body});\n`;
}

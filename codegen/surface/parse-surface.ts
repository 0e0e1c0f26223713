/** A heading of `api.md` with its lines: a resource's methods, a shape's fields, the errors, the events. */
export interface SurfaceSection {
  readonly name: string;
  readonly isSent: boolean;
  readonly isAnswered: boolean;
  readonly entries: ReadonlyMap<string, SurfaceEntry>;
}

export interface SurfaceEntry {
  readonly name: string;
  readonly isRequired: boolean;
  /** Members of its type's union; a method's signature whole. */
  readonly members: readonly string[];
  readonly isForStorefront: boolean;
}

/** Reads what `printSurface` wrote. Lines of other forms are left out. */
export function parseSurface(text: string): SurfaceSection[] {
  return [...splitSurface(text).values()].map(parseSection);
}

/** The text of each section by its name. */
export function splitSurface(text: string): Map<string, string> {
  const sections = text.split(/^## /m).slice(1);
  return new Map(sections.map((section) => [/^[^,\n]*/.exec(section)?.[0] ?? '', section]));
}

export function parseSection(section: string): SurfaceSection {
  const [title = '', ...lines] = section.split('\n');
  const [name = '', use = ''] = title.split(', ');
  const entries = lines.flatMap((line) => {
    const entry = parseLine(line);
    return entry ? [[entry.name, entry] as const] : [];
  });
  return {
    name,
    isSent: use.includes('sent'),
    isAnswered: use.includes('answered'),
    entries: new Map(entries),
  };
}

function parseLine(line: string): SurfaceEntry | undefined {
  const match = /^- `(?:(\w+)(\(.*)|([^(?]+?)(\??): (.*))`(.*)$/.exec(line);
  if (!match) return undefined;
  const [, method, signature, field, optional, type, note = ''] = match;
  return {
    name: method ?? field ?? '',
    isRequired: method === undefined && optional === '',
    members: signature === undefined ? splitUnion(type ?? '') : [signature],
    isForStorefront: note.includes('storefront too'),
  };
}

/** By the bars outside of quotes and brackets. */
function splitUnion(type: string): string[] {
  const parts = type.match(/(?:'(?:\\.|[^'\\])*'|\([^()]*\)|\{[^}]*\}|[^|'({]+)+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

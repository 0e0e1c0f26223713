import { byName } from '../model/index.ts';
import { lineWidth } from './layout.ts';

const standardLibrary: ReadonlySet<string> = new Set(['collections.abc', 'functools', 'typing']);

/** The imports of one module, by what its text uses. `depth` is how many packages deep it stands below the SDK's. */
export class Imports {
  readonly #values = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();
  readonly #module: string;
  readonly #depth: number;

  constructor(module: string, depth: number) {
    this.#module = module;
    this.#depth = depth;
  }

  /** `from`: a module of the standard library, of a dependency, or of the SDK (with a dot before it). */
  value(from: string, ...names: readonly string[]): void {
    for (const name of names) add(this.#values, from, name);
  }

  /** For annotations only: a module of the SDK. */
  type(from: string, name: string): void {
    if (from !== `.${this.#module}`) add(this.#types, from, name);
  }

  /** The names that annotations are made of, found in the text of the module. */
  print(body: string): string {
    const code = body.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
    const words = new Set(code.match(/\b[A-Za-z]\w*/g));
    const uses = (word: string) => words.has(word);
    for (const name of ['Mapping', 'Sequence']) if (uses(name)) this.value('collections.abc', name);
    for (const name of ['Annotated', 'Any', 'Literal', 'TypedDict'])
      if (uses(name)) this.value('typing', name);
    for (const name of ['NotRequired', 'Unpack']) if (uses(name)) this.value('typing_extensions', name);
    if (uses('Field')) this.value('pydantic', 'Field');
    if (this.#types.size > 0) this.value('typing', 'TYPE_CHECKING');
    const standard = [
      ...(uses('builtins') ? ['import builtins\n'] : []),
      ...(uses('dt') ? ['import datetime as dt\n'] : []),
      ...this.#lines(this.#values, (from) => standardLibrary.has(from), ''),
    ];
    const others = this.#lines(
      this.#values,
      (from) => !standardLibrary.has(from) && !from.startsWith('.'),
      '',
    );
    const own = this.#lines(this.#values, (from) => from.startsWith('.'), '');
    const types = this.#lines(this.#types, () => true, '    ');
    const blocks = [
      'from __future__ import annotations\n',
      ...[standard, others, own].filter((block) => block.length > 0).map((block) => block.join('')),
      ...(types.length > 0 ? [`if TYPE_CHECKING:\n${types.join('')}`] : []),
    ];
    return `${blocks.join('\n')}`;
  }

  #lines(map: Map<string, Set<string>>, isWanted: (from: string) => boolean, indent: string): string[] {
    return [...map]
      .filter(([from]) => isWanted(from))
      .sort(([left], [right]) => byName(left, right))
      .flatMap(([from, names]) => {
        const source = from.startsWith('.') ? '.'.repeat(this.#depth - 1) + from : from;
        const plain = [...names].filter((name) => !name.includes(' as '));
        const renamed = [...names].filter((name) => name.includes(' as '));
        const statements = [...(plain.length > 0 ? [plain] : []), ...renamed.map((name) => [name])];
        // One that renames stands alone, where its first name is in the order of the others.
        return statements
          .map((group) => group.sort(asMembers))
          .sort((left, right) => asMembers(left[0] ?? '', right[0] ?? ''))
          .map((group) => importLine(source, group, indent));
      });
  }
}

/** `from x import a, b`, broken where it is too long. */
export function importLine(from: string, names: readonly string[], indent = ''): string {
  const sorted = [...names].sort(asMembers);
  const line = `${indent}from ${from} import ${sorted.join(', ')}`;
  if (line.length <= lineWidth) return `${line}\n`;
  return `${indent}from ${from} import (\n${sorted.map((name) => `${indent}    ${name},\n`).join('')}${indent})\n`;
}

/** Members of an import: as below, whatever their case. */
function asMembers(left: string, right: string): number {
  return kind(left) - kind(right) || byName(left.toLowerCase(), right.toLowerCase()) || byName(left, right);
}

/** Constants, then classes, then the rest, as isort has them. */
export function byKind(left: string, right: string): number {
  return kind(left) - kind(right) || byName(left, right);
}

function kind(name: string): number {
  if (/^[A-Z][A-Z0-9_]+$/.test(name)) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

function add(map: Map<string, Set<string>>, from: string, name: string): void {
  map.set(from, (map.get(from) ?? new Set()).add(name));
}

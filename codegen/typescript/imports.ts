import { byName } from '../model/index.ts';
import { specifier } from './file-names.ts';
import { fitLine } from './layout.ts';

/** The imports of one file, collected while its code is printed. Paths are without extension. */
export class Imports {
  readonly #file: string;
  readonly #values = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();

  constructor(file: string) {
    this.#file = file;
  }

  value(name: string, from: string): void {
    this.#add(this.#values, name, from);
  }

  type(name: string, from: string): void {
    this.#add(this.#types, name, from);
  }

  print(): string {
    const lines = [
      ...printAll('import', this.#file, this.#values),
      ...printAll('import type', this.#file, this.#types),
    ];
    return lines.length === 0 ? '' : `${lines.join('')}\n`;
  }

  #add(map: Map<string, Set<string>>, name: string, from: string): void {
    if (from === this.#file) return;
    map.set(from, (map.get(from) ?? new Set()).add(name));
  }
}

/** `export type { … } from './x.js';` for names by file. */
export function printReexports(
  file: string,
  keyword: string,
  names: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  return printAll(keyword, file, names).join('');
}

function printAll(keyword: string, file: string, names: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...names]
    .sort(([left], [right]) => byName(left, right))
    .map(([from, set]) => {
      const sorted = [...set].sort((left, right) => byName(bare(left), bare(right)));
      const tail = `} from '${specifier(file, from)}';\n`;
      return fitLine(0, `${keyword} { ${sorted.join(', ')} ${tail.trimEnd()}`, () => {
        return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join('')}${tail.trimEnd()}`;
      }).concat('\n');
    });
}

function bare(name: string): string {
  return name.replace(/^type /, '');
}

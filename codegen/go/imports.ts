import { byName } from '../model/index.ts';

/** The imports of one file, collected while its code is printed. */
export class Imports {
  /** Name of the package that the file is of; the root is `headlesspro`. */
  readonly package: string;
  readonly #module: string;
  readonly #standard = new Set<string>();
  readonly #own = new Set<string>();

  constructor(ownPackage: string, module: string) {
    this.package = ownPackage;
    this.#module = module;
  }

  /** A name of Go's own library: `standard('encoding/json', 'RawMessage')` is `json.RawMessage`. */
  standard(path: string, name: string): string {
    this.#standard.add(path);
    return `${path.split('/').at(-1)}.${name}`;
  }

  /** A name of a package of the SDK, as it is written in this file. */
  own(ownPackage: string, name: string): string {
    if (ownPackage === this.package) return name;
    this.#own.add(ownPackage);
    return `${ownPackage}.${name}`;
  }

  print(): string {
    const standard = [...this.#standard].sort(byName);
    const own = [...this.#own].sort(byName).map((name) => `${this.#module}/${name}`);
    const groups = [standard, own].filter((group) => group.length > 0);
    const [only] = groups.flat();
    if (only === undefined) return '';
    if (groups.flat().length === 1) return `import "${only}"\n\n`;
    const lines = groups.map((group) => group.map((path) => `\t"${path}"\n`).join(''));
    return `import (\n${lines.join('\n')})\n\n`;
  }
}

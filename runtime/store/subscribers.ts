export interface Subscriber {
  readonly name: string;
  /** Event types; `product.*` takes a whole family, `*` all of them. */
  readonly types: readonly string[];
}

/** Who gets which event. Later subscribers of the same name replace earlier ones. */
export class Subscribers {
  readonly #types = new Map<string, readonly string[]>();
  readonly #byType = new Map<string, readonly string[]>();

  add(subscribers: readonly Subscriber[]): void {
    for (const { name, types } of subscribers) this.#types.set(name, [...types]);
    this.#byType.clear();
  }

  get names(): string[] {
    return [...this.#types.keys()];
  }

  /** Names of the subscribers to an event type. */
  of(type: string): readonly string[] {
    const known = this.#byType.get(type);
    if (known) return known;
    const names = this.names.filter((name) => this.#types.get(name)?.some((pattern) => takes(pattern, type)));
    this.#byType.set(type, names);
    return names;
  }
}

function takes(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** `inventory` of `inventory.adjusted`. */
export function familyOf(type: string): string {
  const end = type.indexOf('.');
  return end < 0 ? type : type.slice(0, end);
}

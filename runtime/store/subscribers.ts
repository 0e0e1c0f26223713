import { fitsPattern } from './fits-pattern.ts';
import type { Subscriber } from './outbox-port.ts';

/** Who gets which event. Later subscribers of the same name replace earlier ones. */
export class Subscribers {
  readonly #types = new Map<string, readonly string[]>();
  readonly #rousedBy = new Map<string, readonly string[]>();
  /** Stores in which a subscriber rests, by its name. */
  readonly #resting = new Map<string, Set<string>>();
  readonly #byType = new Map<string, readonly string[]>();
  readonly #together = new Set<string>();

  add(subscribers: readonly Subscriber[]): void {
    for (const { name, types, rousedBy = [], isTogether = false } of subscribers) {
      if (isTogether) this.#together.add(name);
      else this.#together.delete(name);
      this.#types.set(name, [...types]);
      this.#rousedBy.set(name, [...rousedBy]);
    }
    this.#byType.clear();
  }

  get names(): string[] {
    return [...this.#types.keys()];
  }

  /** Names of those who handle many events as one piece of work. */
  get together(): ReadonlySet<string> {
    return this.#together;
  }

  /** Names of the subscribers who are handed an event of this type. Those that it rouses rest no longer. */
  handedTo(type: string, storeId: string): readonly string[] {
    const names = this.#of(type);
    if (this.#resting.size === 0) return names;
    return names.filter((name) => {
      const stores = this.#resting.get(name);
      if (!stores?.has(storeId)) return true;
      return this.rousing(name).includes(type) && stores.delete(storeId);
    });
  }

  rousing(name: string): readonly string[] {
    return this.#rousedBy.get(name) ?? [];
  }

  isResting(name: string, storeId: string): boolean {
    return this.#resting.get(name)?.has(storeId) ?? false;
  }

  rest(name: string, storeId: string): void {
    const stores = this.#resting.get(name) ?? new Set();
    this.#resting.set(name, stores.add(storeId));
  }

  #of(type: string): readonly string[] {
    const known = this.#byType.get(type);
    if (known) return known;
    const names = this.names.filter((name) =>
      this.#types.get(name)?.some((pattern) => fitsPattern(pattern, type)),
    );
    this.#byType.set(type, names);
    return names;
  }
}

/** `inventory` of `inventory.adjusted`. */
export function familyOf(type: string): string {
  const end = type.indexOf('.');
  return end < 0 ? type : type.slice(0, end);
}

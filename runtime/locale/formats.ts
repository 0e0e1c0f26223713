/**
 * Formats of `Intl`, each made once: making one costs more than using it a thousand times. There are as many as a store
 * has locales, time zones and currencies.
 */
export class Formats<Format> {
  readonly #made = new Map<string, Format>();

  /** The format that goes with what `key` names. */
  of(key: string, make: () => Format): Format {
    const known = this.#made.get(key);
    if (known) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}

/**
 * A JSON value in localStorage, under a name of one store, so that two stores on one machine don't mix. What
 * can't be read (other versions) is as if it were not there; what can't be written (private windows, full disks)
 * lasts as long as the page.
 */
export interface SavedValue<Value> {
  readonly key: string;
  read(): Value | undefined;
  write(value: Value): void;
  remove(): void;
}

export function savedValue<Value>(
  storeUrl: string,
  name: string,
  parse: (value: unknown) => Value | undefined,
  /** sessionStorage for what a tab has for itself. */
  storage: () => Storage = () => localStorage,
): SavedValue<Value> {
  const key = `headlesspro ${storeUrl} ${name}`;
  let unwritten: Value | undefined;
  return {
    key,
    read() {
      if (unwritten !== undefined) return unwritten;
      try {
        const text = storage().getItem(key);
        return text === null ? undefined : parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        storage().setItem(key, JSON.stringify(value));
        unwritten = undefined;
      } catch {
        unwritten = value;
      }
    },
    remove() {
      unwritten = undefined;
      try {
        storage().removeItem(key);
      } catch {
        // Where nothing can be written there is nothing to remove.
      }
    },
  };
}

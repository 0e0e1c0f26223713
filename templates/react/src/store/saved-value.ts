/**
 * A JSON value in localStorage, under a name of one store, so that two stores on one machine don't mix. What
 * can't be read or written (private windows, full disks, other versions) is as if it were not there.
 */
export interface SavedValue<Value> {
  readonly key: string;
  read(): Value | undefined;
  write(value: Value): void;
}

export function savedValue<Value>(
  storeUrl: string,
  name: string,
  parse: (value: unknown) => Value | undefined,
): SavedValue<Value> {
  const key = `headlesspro ${storeUrl} ${name}`;
  return {
    key,
    read() {
      try {
        const text = localStorage.getItem(key);
        return text === null ? undefined : parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Then it lasts as long as the page.
      }
    },
  };
}

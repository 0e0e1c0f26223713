interface Surroundings {
  process?: { env?: Record<string, string | undefined> };
  document?: unknown;
}

/** A variable of the environment, where there is one: browsers and some edge runtimes have none. */
export function environmentVariable(name: string): string | undefined {
  const value = (globalThis as Surroundings).process?.env?.[name];
  return value === '' ? undefined : value;
}

/** A page of a browser; server-side rendering and edge runtimes have no document. */
export function isBrowser(): boolean {
  return (globalThis as Surroundings).document !== undefined;
}

interface Surroundings {
  process?: { env?: Record<string, string | undefined> };
  document?: unknown;
  importScripts?: unknown;
}

/** A variable of the environment, where there is one: browsers and some edge runtimes have none. */
export function environmentVariable(name: string): string | undefined {
  const value = (globalThis as Surroundings).process?.env?.[name];
  return value === '' ? undefined : value;
}

/** A page or a worker of a browser; server-side rendering and edge runtimes have neither of these. */
export function isBrowser(): boolean {
  const { document, importScripts } = globalThis as Surroundings;
  return document !== undefined || importScripts !== undefined;
}

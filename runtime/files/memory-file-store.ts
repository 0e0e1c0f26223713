import type { FileStore } from './port.ts';

/** Files in memory, for stores that live no longer than their process. */
export function createMemoryFileStore(): FileStore {
  const files = new Map<string, { contents: Uint8Array; contentType: string }>();
  return {
    async write(key, contents, contentType) {
      files.set(key, { contents, contentType });
    },
    async read(key) {
      return files.get(key);
    },
    async delete(key) {
      files.delete(key);
    },
  };
}

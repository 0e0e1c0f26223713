import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { FileStore } from './port.ts';

/** Files below one folder, each with its content type in a small file beside it. */
export function createFolderFileStore(directory: string): FileStore {
  const root = resolve(directory);
  const pathOf = (key: string): string => {
    const path = join(root, key);
    if (relative(root, path).startsWith('..'))
      throw new Error(`The file key ${key} leads outside of its folder.`);
    return path;
  };
  return {
    async write(key, contents, contentType) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Renamed into place, so that a crash leaves no half of a file.
      await writeFile(`${path}.new`, contents);
      await writeFile(`${path}.type`, contentType);
      await rename(`${path}.new`, path);
    },
    async read(key) {
      const path = pathOf(key);
      try {
        const [contents, contentType] = await Promise.all([readFile(path), readFile(`${path}.type`, 'utf8')]);
        return { contents, contentType };
      } catch (error) {
        if (
          error instanceof Error &&
          'code' in error &&
          (error.code === 'ENOENT' || error.code === 'EISDIR')
        ) {
          return undefined;
        }
        throw error;
      }
    },
    async delete(key) {
      const path = pathOf(key);
      await Promise.all([rm(path, { force: true }), rm(`${path}.type`, { force: true })]);
    },
  };
}

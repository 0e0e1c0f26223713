import type { FileStore } from '../../runtime/files/port.ts';
import { mainStoreId } from './store-place.ts';

export interface SandboxFilesOptions {
  readonly main: FileStore;
  /** Resolves when it is known which sandboxes there are. */
  readonly ready: () => Promise<void>;
  /** What was uploaded to a sandbox; undefined where there is no such sandbox. */
  readonly ownOf: (sandboxId: string) => FileStore | undefined;
  /** What sandboxes were made with. Its keys begin with the main store's id, and it is never written to. */
  readonly bases: () => readonly FileStore[];
}

function split(key: string): { readonly storeId: string; readonly rest: string } {
  const end = key.indexOf('/');
  return { storeId: key.slice(0, end), rest: key.slice(end + 1) };
}

/**
 * Files of all stores. A sandbox has those that it was made with, under the address that they have in the main store,
 * and its own beside them. Ids of files are never given twice, so the first file that is found is the right one.
 */
export function withSandboxFiles({ main, ready, ownOf, bases }: SandboxFilesOptions): FileStore {
  async function readFromBases(rest: string) {
    for (const base of bases()) {
      const found = await base.read(`${mainStoreId}/${rest}`);
      if (found) return found;
    }
    return undefined;
  }

  async function writable(key: string): Promise<{ readonly files: FileStore; readonly key: string }> {
    const { storeId, rest } = split(key);
    if (storeId === mainStoreId) return { files: main, key };
    await ready();
    const files = ownOf(storeId);
    if (!files) throw new Error(`There is no sandbox ${storeId}.`);
    return { files, key: rest };
  }

  return {
    async write(key, contents, contentType) {
      const place = await writable(key);
      await place.files.write(place.key, contents, contentType);
    },
    async read(key) {
      const { storeId, rest } = split(key);
      const inMain = storeId === mainStoreId ? await main.read(key) : undefined;
      if (inMain) return inMain;
      await ready();
      return (await ownOf(storeId)?.read(rest)) ?? readFromBases(rest);
    },
    async delete(key) {
      const place = await writable(key);
      await place.files.delete(place.key);
    },
  };
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEncryptionKeys } from '../local-keys.ts';
import { localState, prepareLocalState, setAside } from '../local-state.ts';
import { linkFiles } from './link-files.ts';
import { keysInOrder, resealFile } from './reseal.ts';
import { makeFolder, removeFolder } from './safe-folder.ts';
import type { Template } from './template.ts';

/** The database comes last: as long as it lies in the folder, the change has to be finished. */
const order = ['files', 'hooks.json', 'seed.json', 'store.db'];

/**
 * Gets everything ready beside the store, which goes on meanwhile: `finishRestore` then has only to rename. Sealed with
 * the project's own key, so that the snapshot's is not needed any more. One that was made ready before and never came
 * to its end gives way.
 */
export async function prepareRestore(projectDirectory: string, template: Template): Promise<void> {
  const state = localState(projectDirectory);
  prepareLocalState(state);
  readEncryptionKeys(state.encryptionKeys);
  const own = readFileSync(state.encryptionKeys, 'utf8');
  await makeFolder(state.restoring, async (coming) => {
    await copyFile(template.database, join(coming, 'store.db'));
    await resealFile(join(coming, 'store.db'), keysInOrder(own, template.encryptionKeys));
    await linkFiles(template.files, join(coming, 'files'));
    if (existsSync(template.hooks)) await copyFile(template.hooks, join(coming, 'hooks.json'));
    // Says that the store was filled, so that no seed is put on top.
    await writeFile(join(coming, 'seed.json'), `${JSON.stringify({ snapshot: template.name })}\n`);
    // Now that the new one is whole: were it not, the old one would still be there to be finished.
    await removeFolder(state.restoring);
    return ['store.db', 'seed.json'];
  });
}

/**
 * Puts what `prepareRestore` made in the place of the store, which is set aside as by a reset and must not be open. One
 * that was broken off is finished when this is called again.
 */
export function finishRestore(projectDirectory: string, moment: Date): void {
  const state = localState(projectDirectory);
  if (!existsSync(state.restoring)) return;
  if (existsSync(join(state.restoring, 'store.db'))) {
    setAside(projectDirectory, moment);
    for (const name of order) {
      const [from, to] = [join(state.restoring, name), join(state.directory, name)];
      if (!existsSync(from)) continue;
      // Left by a setting aside that was broken off, or a file that is not set aside.
      if (existsSync(to)) keep(to, join(state.directory, 'aside', 'replaced'), moment);
      renameSync(from, to);
    }
  }
  rmSync(state.restoring, { recursive: true });
}

function keep(path: string, folder: string, moment: Date): void {
  mkdirSync(folder, { recursive: true });
  const stamp = moment.toISOString().replace(/[:.]/g, '-');
  const number = readdirSync(folder).length;
  renameSync(path, join(folder, `${stamp}-${number}-${path.split(/[\\/]/).at(-1)}`));
}

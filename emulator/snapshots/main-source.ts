import { readFileSync } from 'node:fs';
import type { SqliteFile } from '../../runtime/store/sqlite/index.ts';
import type { LocalState } from '../local-state.ts';
import { mainStoreId } from '../sandboxes/store-place.ts';
import type { SnapshotSource } from './snapshots.ts';

/** The project's own store, for a snapshot of it. */
export function mainSource(
  file: Pick<SqliteFile, 'copyTo'>,
  state: LocalState,
  channel: string,
): SnapshotSource {
  return {
    ...{ storeId: mainStoreId, channel, hooks: state.hooks, copyTo: (path) => file.copyTo(path) },
    encryptionKeys: readFileSync(state.encryptionKeys, 'utf8'),
    files: [{ folder: state.files, isBelowId: true }],
  };
}

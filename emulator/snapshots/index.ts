export { prepareRestore } from './restore.ts';
export type { SnapshotManifest } from './snapshot-manifest.ts';
export { Snapshots } from './snapshots.ts';
export { exportSnapshot, importSnapshot } from './transfer.ts';

import { problem } from '../../runtime/contract/problem.ts';
import type { ControlHandlers } from '../controls/control.ts';
import { isSandbox } from '../sandboxes/store-place.ts';
import type { snapshotControls } from './snapshot-controls.ts';
import type { SnapshotManifest } from './snapshot-manifest.ts';
import { snapshotProblems } from './snapshot-problems.ts';
import type { SnapshotSource, Snapshots } from './snapshots.ts';

export interface SnapshotHandlersOptions {
  readonly snapshots: Snapshots;
  readonly sourceOf: (storeId: string) => Promise<SnapshotSource>;
  /** Gets the restoring ready. Answers how to carry it out. */
  readonly prepareRestore: (name: string) => Promise<() => Promise<void>>;
  /** Makes sandboxes independent of a snapshot that is about to go. */
  readonly beforeDelete: (folder: string) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Time for the answer to go out, before the server closes. */
const partingMilliseconds = 20;

function shown({ name, createdAt, takenOf, counts }: SnapshotManifest) {
  return { name, createdAt, takenOf, counts };
}

export function snapshotHandlers(options: SnapshotHandlersOptions): ControlHandlers<typeof snapshotControls> {
  const { snapshots, onFailure } = options;
  return {
    'snapshots.save': async ({ name }, { storeId }) =>
      shown(await snapshots.save(name, await options.sourceOf(storeId))),
    'snapshots.list': async () => ({ snapshots: snapshots.list().map(shown) }),
    async 'snapshots.restore'({ name }, { storeId }) {
      if (isSandbox(storeId)) {
        throw problem(snapshotProblems.notOfSandboxes, { detail: `${storeId} is a sandbox.` });
      }
      const carryOut = await options.prepareRestore(name);
      setTimeout(() => carryOut().catch(onFailure), partingMilliseconds);
      return { name };
    },
    async 'snapshots.delete'({ name }) {
      snapshots.refuseDeleting(name);
      await options.beforeDelete(snapshots.folderOf(name));
      await snapshots.delete(name);
      return { name };
    },
  };
}

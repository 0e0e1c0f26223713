import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoreConfig } from '../../runtime/config/index.ts';
import { errorsAsJson } from '../../runtime/context/errors-as-json.ts';
import { localState } from '../local-state.ts';
import { type ContainerHead, writeContainer } from '../snapshots/container.ts';

/** What a bundle says of itself; the store lies beside it. */
export interface BundleManifest {
  /** The configuration that was in force. */
  readonly config: StoreConfig;
  readonly seed: string;
  /** What ran against the store, word by word. */
  readonly command: readonly string[];
  readonly exitCode: number;
  readonly signal: string | null;
  /** Real time when it ended. The clocks of its stores stand still where they were. */
  readonly time: string;
  readonly requests: number;
  readonly versions: { readonly node: string; readonly platform: string };
}

/** Something that happened, to be read without opening the store. */
type Line = object;

const linesOf = (lines: readonly Line[]) =>
  lines.map((line) => `${JSON.stringify(line, errorsAsJson)}\n`).join('');

/**
 * Writes the store in a folder to one file: database, files, keys, simulators' state, and everything else that lies in
 * `.headlesspro`. The store must not be open.
 */
export async function writeBundle(
  file: string,
  what: {
    /** The folder whose `.headlesspro` is packed. */
    readonly directory: string;
    readonly headlesspro: string;
    readonly manifest: BundleManifest;
    readonly log: readonly Line[];
    readonly faults: readonly Line[];
  },
): Promise<ContainerHead & BundleManifest> {
  const { directory: state } = localState(what.directory);
  writeFileSync(join(state, 'log.jsonl'), linesOf(what.log));
  writeFileSync(join(state, 'faults.jsonl'), linesOf(what.faults));
  return writeContainer(file, {
    kind: 'bundle',
    headlesspro: what.headlesspro,
    manifest: what.manifest,
    directory: state,
    holds: (path) => basename(path) !== 'cache',
  });
}

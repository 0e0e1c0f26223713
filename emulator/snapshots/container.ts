import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { isAlive } from '../is-alive.ts';

export type ContainerKind = 'bundle' | 'snapshot';

/** What stands first in every container, whatever it holds. */
export interface ContainerHead {
  readonly format: 'headlesspro';
  readonly kind: ContainerKind;
  readonly formatVersion: number;
  /** The version of HeadlessPro that wrote it. */
  readonly headlesspro: string;
  /** Real time, RFC 3339. */
  readonly createdAt: string;
}

/** The file can't be read as what it was taken for. */
export class UnreadableContainer extends Error {
  readonly file: string;
  readonly fix: string;

  constructor(file: string, reason: string, fix: string) {
    super(`${basename(file)} can't be read: ${reason}`);
    this.name = 'UnreadableContainer';
    this.file = file;
    this.fix = fix;
  }
}

/** Goes up when an older program could no longer read what is written. */
const formatVersion = 1;
const manifestName = 'manifest.json';

/** What processes that are gone left half written beside a file: it holds the keys of a store, too. */
function removeUnfinished(file: string): void {
  const prefix = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const [, pid] = name.startsWith(prefix) ? (/^(\d+)\.new$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

/**
 * Writes a folder, with a manifest before it, to one file: a tar archive, packed with gzip, so that it can be looked
 * into with `tar xzf` too. The file appears under its name when it is whole.
 */
export async function writeContainer<Manifest extends object>(
  file: string,
  what: {
    readonly kind: ContainerKind;
    readonly headlesspro: string;
    readonly manifest: Manifest;
    readonly directory: string;
    /** Whether a file of the folder goes in, by its path; all unless given. */
    readonly holds?: (path: string) => boolean;
  },
): Promise<ContainerHead & Manifest> {
  const { packTar } = await import('modern-tar/fs');
  const { kind, headlesspro, directory, holds = () => true } = what;
  const createdAt = new Date().toISOString();
  const head: ContainerHead = { format: 'headlesspro', kind, formatVersion, headlesspro, createdAt };
  const manifest = { ...head, ...what.manifest };
  const archive = packTar(
    [
      { type: 'content', target: manifestName, content: `${JSON.stringify(manifest, null, 2)}\n` },
      { type: 'directory', target: 'content', source: directory },
    ],
    { filter: holds },
  );
  mkdirSync(dirname(file), { recursive: true });
  removeUnfinished(file);
  const unfinished = `${file}.${process.pid}.new`;
  try {
    // It holds the keys of a store.
    await pipeline(archive, createGzip({ level: 3 }), createWriteStream(unfinished, { mode: 0o600 }));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return manifest;
}

function checkHead(file: string, head: Partial<ContainerHead>, kind: ContainerKind): void {
  const fix = `Give a file that \`${kind === 'bundle' ? 'hp exec' : 'hp snapshot export'}\` wrote.`;
  if (head.format !== 'headlesspro')
    throw new UnreadableContainer(file, 'it was not written by HeadlessPro.', fix);
  if (head.kind !== kind)
    throw new UnreadableContainer(file, `it is a ${head.kind}, and not a ${kind}.`, fix);
  if ((head.formatVersion ?? 0) > formatVersion) {
    const reason = `it was written by HeadlessPro ${head.headlesspro}, which is newer than this one.`;
    throw new UnreadableContainer(file, reason, 'Update headlesspro: `npm install -D headlesspro@latest`.');
  }
}

/**
 * Unpacks what `writeContainer` wrote into an empty folder: `content/` in it is what was packed.
 * @throws {UnreadableContainer}
 */
export async function readContainer<Manifest extends object>(
  file: string,
  kind: ContainerKind,
  directory: string,
): Promise<ContainerHead & Manifest> {
  const { unpackTar } = await import('modern-tar/fs');
  const fix = 'Copy it again; where it came from CI, take the artifact out of its .zip first.';
  try {
    // Paths that lead out of the folder are refused by the library, and links are left out here.
    const unpacked = unpackTar(directory, { filter: ({ type }) => type === 'file' || type === 'directory' });
    await pipeline(createReadStream(file), createGunzip(), unpacked);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing
      ? new UnreadableContainer(file, 'there is no such file.', 'Check the path.')
      : new UnreadableContainer(file, `it is damaged, or something else (${reason}).`, fix);
  }
  let manifest: ContainerHead & Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(directory, manifestName), 'utf8'));
  } catch {
    throw new UnreadableContainer(file, 'it was not written by HeadlessPro.', fix);
  }
  checkHead(file, manifest, kind);
  return manifest;
}

import { once } from 'node:events';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import {
  exportStore,
  formatOfName,
  type RecordKind,
  recordKinds,
  type TransferFormat,
} from '../../runtime/transfer/index.ts';
import { CliError, refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { createProgress } from '../output/index.ts';
import { findProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';
import { explainTransfer } from './explain-transfer.ts';

export interface ExportFlags {
  /** `-` for stdout; named after the format unless given. */
  readonly file: string | undefined;
  readonly format: TransferFormat | undefined;
  readonly withFiles: boolean;
  readonly force: boolean;
}

export interface Exported {
  /** Null for stdout. */
  readonly file: string | null;
  readonly format: TransferFormat;
  readonly counts: { readonly [kind in RecordKind]?: number };
  readonly notes: readonly string[];
}

function targetFile(file: string, directory: string, force: boolean): string {
  const target = resolve(directory, file);
  if (existsSync(target)) {
    const isDirectory = statSync(target).isDirectory();
    if (isDirectory || !force) {
      throw refused(
        isDirectory ? 'not_a_file' : 'file_exists',
        isDirectory ? `${file} is a folder.` : `${file} exists already.`,
        {
          fix: isDirectory ? 'Name a file in it.' : 'Choose another name, or replace it with `--force`.',
          where: { file: target },
        },
      );
    }
  } else if (!existsSync(dirname(target))) {
    throw refused('no_such_folder', `There is no folder ${dirname(target)}.`, {
      fix: 'Make it first, or choose another.',
      where: { file: target },
    });
  }
  return target;
}

/** Writes piece by piece, as fast as it is taken. */
async function writeAll(pieces: AsyncIterable<string>, stream: Writable, signal: AbortSignal): Promise<void> {
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined); // told by whoever waits below
  for await (const piece of pieces) {
    if (signal.aborted) throw signal.reason;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
  }
  if (stream === process.stdout) return;
  stream.end();
  await Promise.race([once(stream, 'finish'), failed]);
}

/** Writes to a file beside the target, and puts it in its place when it is whole. */
async function writeFile(pieces: AsyncIterable<string>, target: string, signal: AbortSignal): Promise<void> {
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
  try {
    await writeAll(pieces, createWriteStream(unfinished, { flags: 'wx' }), signal);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Writes the catalog of the project's local store to a file. Stopped in the middle, it leaves none. */
export async function runExport(flags: ExportFlags, context: CommandContext): Promise<Exported> {
  const { terminal, directory, signal } = context;
  const isStdout = flags.file === '-';
  if (isStdout && terminal.json) {
    throw new CliError('usage', 'conflicting_flags', 'The catalog and --json can not both go to stdout.', {
      fix: 'Name a file, or leave out --json.',
    });
  }
  const format = flags.format ?? formatOfName(flags.file ?? '') ?? 'jsonl';
  const name = flags.file ?? (format === 'jsonl' ? 'catalog.jsonl' : 'products.csv');
  const project = findProject(directory);
  const target = isStdout ? null : targetFile(name, directory, flags.force);
  const store = await openStore(project, context);
  const counts = new Map<RecordKind, number>();
  const notes: string[] = [];
  const progress = createProgress(terminal);
  let written = 0;
  const pieces = exportStore({
    client: store,
    format,
    withFiles: flags.withFiles,
    onNote: (note) => notes.push(note),
    onRecord: (kind) => {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      written += 1;
      progress.update(undefined, `${written.toLocaleString('en')} records written`);
    },
  });
  try {
    if (target === null) await writeAll(pieces, process.stdout, signal);
    else await writeFile(pieces, target, signal);
  } catch (error) {
    // `| head` has read enough.
    const isClosedPipe =
      target === null && error instanceof Error && 'code' in error && error.code === 'EPIPE';
    if (!isClosedPipe) throw explainTransfer(error, target ?? undefined);
  } finally {
    progress.end();
  }
  const known = recordKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : []));
  return { file: target, format, counts: Object.fromEntries(known), notes };
}

import {
  exportStore,
  formatOfName,
  type RecordKind,
  recordKinds,
  type TransferFormat,
} from '../../runtime/transfer/index.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { createProgress } from '../output/index.ts';
import { findProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';
import { explainTransfer } from './explain-transfer.ts';
import { targetFile, writeAll, writeFile } from './write-file.ts';

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

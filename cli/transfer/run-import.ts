import { resolve } from 'node:path';
import { type ImportOptions, type ImportReport, importFile } from '../../runtime/transfer/index.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { createProgress } from '../output/index.ts';
import { findProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';
import { explainTransfer } from './explain-transfer.ts';
import { openInput } from './open-input.ts';
import { openRefusalFile } from './refusal-file.ts';
import { summaryLines } from './summary-lines.ts';

export interface ImportFlags extends Pick<ImportOptions, 'format' | 'images' | 'productType' | 'location'> {
  readonly file: string;
  /** Where refusals are written. */
  readonly report: string | undefined;
}

export interface Imported extends ImportReport {
  readonly file: string;
  readonly report: string | null;
}

/** Imports a file into the project's local store. Stopped in the middle, it says what went in. */
export async function runImport(flags: ImportFlags, context: CommandContext): Promise<Imported> {
  const { terminal, directory, signal } = context;
  const project = findProject(directory);
  const input = openInput(flags.file, context);
  const reportFile = flags.report === undefined ? null : resolve(directory, flags.report);
  const refusals = reportFile === null ? undefined : openRefusalFile(reportFile);
  const progress = createProgress(terminal);
  try {
    const store = await openStore(project, context);
    const report = await importFile({
      ...flags,
      client: store,
      source: input.source,
      fileName: input.name,
      signal,
      onRefusal: (refusal) => refusals?.add(refusal),
      onProgress: ({ records, bytes }) => {
        const fraction = input.bytes ? bytes / input.bytes : undefined;
        progress.update(fraction, `${records.toLocaleString('en')} records read`);
      },
    });
    progress.end();
    if (!report.isComplete) throw stopped(report, signal);
    return { file: input.name, ...report, report: reportFile };
  } catch (error) {
    progress.end();
    throw explainTransfer(error, input.file);
  } finally {
    refusals?.close();
    input.close();
  }
}

/** How it was stopped, and what went in until then. */
function stopped(report: ImportReport, signal: AbortSignal): CliError {
  const { kind, code } = signal.reason as CliError; // of watchSignals
  const summary = summaryLines(report);
  const read = `${report.records.toLocaleString('en')} ${report.records === 1 ? 'record' : 'records'}`;
  return new CliError(kind, code, `Stopped after ${read}.`, {
    fix: 'Run it again to go on: what is in already is left alone.',
    lines: summary.length === 0 ? ['Nothing went in.'] : ['What went in stays:', ...summary],
    details: report as unknown as Record<string, unknown>, // plain data
  });
}

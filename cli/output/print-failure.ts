import { relative } from 'node:path';
import { Ansis } from 'ansis';
import type { Failure } from '../explain-failure.ts';
import { codeFrame } from './code-frame.ts';
import type { Terminal } from './terminal.ts';

function place(failure: Failure): string | undefined {
  const { where } = failure;
  if (!where) return undefined;
  const file = relative(process.cwd(), where.file) || where.file;
  return [file.startsWith('..') ? where.file : file, where.line, where.column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** The failure as lines for people: what happened, where, what to do next. */
export function failureLines(failure: Failure, paint: Ansis): string[] {
  const isStopped = failure.kind === 'cancelled' || failure.kind === 'terminated';
  if (isStopped && !failure.message) return [];
  const further = [
    ...failure.lines.map((line) => `  ${line}`),
    ...(failure.fix ? [`${paint.green('→')} ${failure.fix}`] : []),
  ];
  if (isStopped) return [paint.dim(failure.message), ...further];
  const where = place(failure);
  const frame = failure.where ? codeFrame(failure.where, paint) : [];
  return [
    `${paint.red('✖')} ${paint.bold(failure.message)}`,
    ...(where ? [`  ${paint.cyan(where)}`] : []),
    ...frame.map((line) => `  ${line}`),
    ...further,
  ];
}

export function printFailure(failure: Failure, terminal: Terminal): void {
  const paint = terminal.notes.isTTY ? terminal.paint : new Ansis(0);
  for (const line of failureLines(failure, paint)) terminal.notes.write(`${line}\n`);
}

import { relative, resolve } from 'node:path';
import type { CommandContext } from '../context.ts';
import type { PlatformFault } from './record-session.ts';
import type { CommandEnding } from './wrapped-command.ts';
import { writeJunit } from './write-junit.ts';

/** A sandbox that was left there, to be looked at. */
export interface KeptSandbox {
  readonly id: string;
  /** Where the dashboard shows it; null where none is served. */
  readonly dashboard: string | null;
}

export interface ExecResult {
  readonly command: readonly string[];
  readonly exitCode: number;
  readonly signal: string | null;
  readonly milliseconds: number;
  /** Null in a sandbox, where they are not counted. */
  readonly requests: number | null;
  /** What the platform answered with 500 and above. */
  readonly faults: readonly PlatformFault[];
  /** Path of the bundle, where one was written. */
  readonly bundle: string | null;
  readonly sandbox: KeptSandbox | null;
}

interface Outcome {
  readonly words: readonly string[];
  readonly ending: CommandEnding;
  readonly requests: number | null;
  readonly faults: readonly PlatformFault[];
  /** Absolute. */
  readonly bundle?: string | null;
  readonly sandbox?: KeptSandbox | null;
}

/** What is said of a command that has ended, and written as JUnit where that is asked. */
export function execResult(
  { words, ending, requests, faults, bundle = null, sandbox = null }: Outcome,
  junit: string | undefined,
  { directory }: CommandContext,
): ExecResult {
  const { exitCode, signal, milliseconds } = ending;
  const result: ExecResult = {
    ...{ command: words, exitCode, signal, milliseconds, requests, faults, sandbox },
    bundle: bundle && (relative(directory, bundle) || bundle),
  };
  if (junit) writeJunit(resolve(directory, junit), result);
  return result;
}

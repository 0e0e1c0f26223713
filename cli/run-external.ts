import { execa } from 'execa';
import { CliError, refused } from './cli-error.ts';

export interface ExternalCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly signal: AbortSignal;
  readonly environment?: NodeJS.ProcessEnv;
  /** What the user may do where it fails. */
  readonly fix?: string;
}

/** Lines of another command's output that are worth showing. */
const shownLines = 20;

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch (error) {
    // Gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a command to its end and returns what it printed. It gets a process group of its own, so that everything it
 * started stops with it when `signal` aborts.
 * @throws {CliError} of kind `external`, with the command line and the end of its output.
 */
export async function runExternal(options: ExternalCommand): Promise<string> {
  const { command, args, directory, signal, environment, fix } = options;
  const child = execa(command, [...args], {
    cwd: directory,
    stdin: 'ignore',
    all: true,
    detached: process.platform !== 'win32',
    ...(environment ? { env: environment, extendEnv: false } : {}),
    reject: false,
  });
  const stop = () => killGroup(child.pid);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const result = await child;
  signal.removeEventListener('abort', stop);
  if (result.exitCode === 0) return result.all ?? '';
  if (result.code === 'ENOENT')
    throw refused('program_missing', `${command} is not installed, or not on the PATH.`, fix ? { fix } : {});
  const line = [command, ...args].join(' ');
  throw new CliError('external', 'external_command_failed', `\`${line}\` failed${ending(result)}.`, {
    lines: (result.all ?? '').trim().split('\n').slice(-shownLines),
    ...(fix ? { fix } : {}),
    details: { command: line, exitCode: result.exitCode ?? null },
  });
}

function ending(result: { readonly exitCode?: number; readonly signal?: string }): string {
  if (result.signal) return ` (${result.signal})`;
  return result.exitCode === undefined ? '' : ` with exit code ${result.exitCode}`;
}

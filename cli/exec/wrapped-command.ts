import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { packageRoot } from '../package-root.ts';

export interface WrappedCommand {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** The folder whose `node_modules/.bin` the command is looked for in too. */
  readonly project: string;
  /** Removed where this process is killed. */
  readonly temporaryFolder?: string;
}

export interface CommandEnding {
  /** As a shell says it: 128 and the signal's number where a signal ended it. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
  /** Ctrl-C, or SIGINT from elsewhere: somebody wanted it to end. */
  readonly isInterrupted: boolean;
}

/** One word with blanks in it is a line for the shell: `hp exec -- 'cd web && npm test'`. */
function isShellLine(words: readonly string[]): boolean {
  return words.length === 1 && /\s/.test(words[0] ?? '');
}

/** Where a terminal sends Ctrl-C to everything in front, the command has had it before we can pass it on. */
function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
}

/** A process that ends the command, and removes the store, where this one can't any more: it was killed. */
function startGuard(pid: number, folder: string | undefined): () => void {
  const guard = spawn(
    process.execPath,
    [join(packageRoot(), 'bin', 'exec-guard.js'), String(pid), ...(folder ? [folder] : [])],
    // A session of its own, so that what kills our group leaves it.
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  guard.stdin.on('error', () => undefined);
  guard.on('error', () => undefined);
  guard.unref();
  return () => guard.stdin.end('done');
}

function notStarted(command: string, code: string | undefined, message: string): CliError {
  if (code === 'ENOENT') {
    return new CliError(
      'not_found',
      'command_not_found',
      `${command} is not installed, or not on the PATH.`,
      {
        fix: 'Check the name. What a shell does by itself goes into one word: `hp exec -- "cd web && npm test"`.',
      },
    );
  }
  return new CliError('not_executable', 'command_not_executable', `${command} can't be run: ${message}`, {
    fix: `Make it executable with \`chmod +x\`, or name what runs it: \`hp exec -- node ${command}\`.`,
  });
}

/**
 * Runs the command in this process's place: same terminal, same folder, every signal passed on. Resolves when it has
 * ended. With `--json` its output goes to stderr, so that stdout has the one document.
 * @throws {CliError} `command_not_found`, `command_not_executable`
 */
export async function runWrapped(wrapped: WrappedCommand, context: CommandContext): Promise<CommandEnding> {
  const { words, variables, project, temporaryFolder } = wrapped;
  const [command = '', ...args] = words;
  const startedAt = performance.now();
  const child = execa(command, args, {
    cwd: context.directory,
    env: { ...context.environment, ...variables },
    extendEnv: false,
    shell: isShellLine(words),
    preferLocal: true,
    localDir: project,
    stdio: ['inherit', context.terminal.json ? process.stderr : 'inherit', 'inherit'],
    reject: false,
    // It would kill a command that still tidies up five seconds after a signal that was passed on.
    forceKillAfterDelay: false,
  });
  let isInterrupted = false;
  const giveBack = context.takeSignals((name) => {
    if (name === 'SIGINT') isInterrupted = true;
    if (name !== 'SIGINT' || !hasTerminal()) child.kill(name);
  });
  const dismiss = child.pid === undefined ? () => undefined : startGuard(child.pid, temporaryFolder);
  try {
    const result = await child;
    // Without a number it never was a process.
    if (child.pid === undefined) throw notStarted(command, result.code, result.originalMessage ?? '');
    const signal = result.signal ?? null;
    return {
      exitCode: signal ? 128 + constants.signals[signal] : (result.exitCode ?? 1),
      signal,
      milliseconds: Math.round(performance.now() - startedAt),
      isInterrupted,
    };
  } finally {
    dismiss();
    giveBack();
  }
}

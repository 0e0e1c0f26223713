import type { Interfaces } from '@oclif/core';
import type { CommandContext } from './context.ts';
import type { CommandDefinition } from './define-command.ts';
import { checkEnvironment } from './environment.ts';
import { exitCodes, type Outcome } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import {
  createTerminal,
  failureEnvelope,
  printFailure,
  successEnvelope,
  type Terminal,
} from './output/index.ts';
import { watchSignals } from './watch-signals.ts';

/** Kinds that say so much of the command that was run, or of who stopped it, that no other exit code may stand for them. */
const telling: ReadonlySet<Outcome> = new Set(['not_executable', 'not_found', 'cancelled', 'terminated']);

/** Tells a failure of any command, and sets how the process will end. */
export function fail(
  error: unknown,
  command: string,
  argv: readonly string[],
  terminal: Terminal,
  ownFailure?: Outcome,
): void {
  const explained = explainFailure(error, [command, ...argv]);
  const failure =
    ownFailure && !telling.has(explained.kind)
      ? { ...explained, exitCode: exitCodes[ownFailure].code }
      : explained;
  if (terminal.json) terminal.result(failureEnvelope(command, failure));
  else printFailure(failure, terminal);
  process.exitCode = failure.exitCode;
}

/** `--` ends our own flags. */
export function terminalFor(argv: readonly string[]): Terminal {
  const end = argv.indexOf('--');
  const json = argv.slice(0, end === -1 ? argv.length : end).includes('--json');
  const { stdin, stdout, stderr, env } = process;
  return createTerminal({ json, environment: env, stdin, stdout, stderr });
}

/** A command line on its way to a command. */
interface Invocation<I> {
  /** `webhooks:replay` */
  readonly id: string;
  readonly argv: readonly string[];
  readonly commands: CommandContext['commands'];
  /** @throws oclif's errors of flags and arguments */
  parse(): Promise<I>;
}

/**
 * The life of a command: flags → context → one call → print, then clean up and end.
 * Errors are sorted by who must act (see `explainFailure`). Ctrl-C and SIGTERM stop waiting for the call; what it
 * deferred still runs.
 */
export async function runCommand<F extends Interfaces.FlagInput, A extends Interfaces.ArgInput, T>(
  definition: CommandDefinition<F, A, T>,
  invocation: Invocation<Parameters<CommandDefinition<F, A, T>['run']>[0]>,
): Promise<void> {
  const { id, argv, commands, parse } = invocation;
  const command = id.replaceAll(':', ' ');
  const terminal = terminalFor(argv);
  const cleanUps: (() => unknown)[] = [];
  const signals = watchSignals();
  const context: CommandContext = {
    terminal,
    directory: process.cwd(),
    environment: process.env,
    commands,
    signal: signals.signal,
    takeSignals: signals.take,
    defer: (cleanUp) => void cleanUps.unshift(cleanUp),
  };
  try {
    checkEnvironment(process.env);
    const input = await parse();
    const work = definition.run(input, context);
    if (definition.runsUntilStopped) return void (await work);
    const data = await (definition.stopsByItself ? work : Promise.race([work, signals.interrupted]));
    if (terminal.json) terminal.result(successEnvelope(command, data));
    else await definition.print?.(data, terminal);
    process.exitCode = definition.exitCode?.(data) ?? exitCodes[definition.outcome?.(data) ?? 'ok'].code;
  } catch (error) {
    fail(error, command, argv, terminal, definition.ownFailure);
  } finally {
    for (const cleanUp of cleanUps) {
      try {
        await cleanUp();
      } catch (error) {
        fail(error, command, argv, terminal, definition.ownFailure);
      }
    }
    signals.stop();
  }
}

import { Command, Flags, type Interfaces } from '@oclif/core';
import type { CommandContext } from './context.ts';
import type { Outcome } from './exit-codes.ts';
import { describeCommand } from './help/index.ts';
import type { Terminal } from './output/index.ts';
import { runCommand } from './run-command.ts';

/** Headings of `hp --help`, in its order. */
export type CommandGroup = 'start' | 'data' | 'selling' | 'webhooks' | 'hosted' | 'machine';

export interface Example {
  readonly does: string;
  /** As typed, with `hp`. */
  readonly command: string;
}

/** What was typed. */
export interface CommandInput<F extends Interfaces.FlagInput, A extends Interfaces.ArgInput> {
  readonly flags: Interfaces.InferredFlags<F>;
  readonly args: Interfaces.InferredArgs<A>;
  /** The words after `--` of a command that passes them on. */
  readonly passedOn: readonly string[];
}

export interface CommandDefinition<F extends Interfaces.FlagInput, A extends Interfaces.ArgInput, T> {
  readonly group: CommandGroup;
  /** One line, imperative, without a full stop. */
  readonly summary: string;
  readonly description?: string;
  readonly examples: readonly Example[];
  readonly flags?: F;
  readonly args?: A;
  readonly hidden?: boolean;
  /** What stands after `--` is not ours: the command that this one runs. Help shows it under this name. */
  readonly passesOn?: { readonly name: string; readonly description: string };
  /** The one call. What it returns is the `data` of `--json`. */
  run(input: CommandInput<F, A>, context: CommandContext): Promise<T>;
  /** For people. Without it, nothing is printed. */
  print?(data: T, terminal: Terminal): unknown;
  /** How it ended, where that is not simply `ok`. */
  outcome?(data: T): Outcome;
  /** How it ended, where that is the exit code of another program. */
  exitCode?(data: T): number;
  /** How it ends where `hp` itself fails, so that this is told from the exit codes of the program that it runs. */
  readonly ownFailure?: Outcome;
  /**
   * A signal is how it is meant to end: it listens to `context.signal`, prints its own lines (with `--json` one an
   * event), and no envelope follows unless it fails.
   */
  readonly runsUntilStopped?: boolean;
  /**
   * On a signal it finishes what is under way by itself, then fails with what was done: `context.signal.reason` says
   * how it was stopped.
   */
  readonly stopsByItself?: boolean;
}

export const jsonFlag = Flags.boolean({
  description: 'Print one JSON document instead of text',
  helpGroup: 'GLOBAL',
});

/** A command as oclif loads it: the file's path under `commands/` is what is typed. */
export function defineCommand<const F extends Interfaces.FlagInput, const A extends Interfaces.ArgInput, T>(
  definition: CommandDefinition<F, A, T>,
): Command.Class {
  class Defined extends Command {
    static override summary = definition.summary;
    static override description = definition.description ?? '';
    static override examples = definition.examples.map(({ does, command }) => ({
      description: does,
      command,
    }));
    static override flags = { ...definition.flags, json: jsonFlag };
    static override args = definition.args ?? {};
    static override hidden = definition.hidden ?? false;
    static readonly group = definition.group;
    static readonly passesOn = definition.passesOn;

    override async run(): Promise<void> {
      await runCommand(definition, {
        id: this.id ?? '',
        argv: this.argv,
        commands: () => this.config.commands.filter((command) => !command.hidden).map(describeCommand),
        parse: async () => {
          const end = definition.passesOn ? this.argv.indexOf('--') : -1;
          const own = end === -1 ? this.argv : this.argv.slice(0, end);
          // Before `parse`, which makes its own words those of the command.
          const passedOn = end === -1 ? [] : this.argv.slice(end + 1);
          const { flags, args } = await this.parse(Defined, own);
          // The definition's own flags and arguments are what was parsed.
          return { flags, args, passedOn } as unknown as CommandInput<F, A>;
        },
      });
    }
  }
  return Defined;
}

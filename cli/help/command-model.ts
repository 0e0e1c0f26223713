import type { Command } from '@oclif/core';
import type { CommandGroup } from '../define-command.ts';

/** What help needs of a command, whether it comes from the manifest or from the class. */
export interface DescribedFlag {
  /** `-p, --port=<number>` */
  readonly label: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly string[];
  readonly isGlobal: boolean;
}

export interface DescribedArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly options: readonly string[];
}

export interface DescribedCommand {
  /** As typed after `hp`. */
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly { readonly description: string; readonly command: string }[];
  readonly flags: readonly DescribedFlag[];
  readonly args: readonly DescribedArgument[];
  /** What follows `--`, where it is another program's. */
  readonly passesOn: { readonly name: string; readonly description: string } | undefined;
}

function describeFlag(name: string, flag: Command.Flag.Cached): DescribedFlag {
  const value = flag.type === 'option' ? `=${flag.helpValue ?? `<${name}>`}` : '';
  const long = flag.type === 'boolean' && flag.allowNo ? `--[no-]${name}` : `--${name}`;
  return {
    label: `${flag.char ? `-${flag.char}, ` : '    '}${long}${value}`,
    name,
    description: flag.summary ?? flag.description ?? '',
    options: flag.type === 'option' ? (flag.options ?? []) : [],
    isGlobal: flag.helpGroup === 'GLOBAL',
  };
}

export function describeCommand(command: Command.Loadable): DescribedCommand {
  return {
    name: command.id.replaceAll(':', ' '),
    // defineCommand puts the group on every class, and the manifest keeps it.
    group: (command as { group?: CommandGroup }).group ?? 'machine',
    summary: command.summary ?? '',
    description: command.description ?? '',
    examples: (command.examples ?? []).map((example) =>
      typeof example === 'string' ? { description: '', command: example } : example,
    ),
    flags: Object.entries(command.flags ?? {})
      .filter(([, flag]) => !flag.hidden)
      .map(([name, flag]) => describeFlag(name, flag)),
    args: Object.entries(command.args ?? {}).map(([name, arg]) => ({
      name,
      description: arg.description ?? '',
      required: arg.required ?? false,
      options: arg.options ?? [],
    })),
    passesOn: (command as { passesOn?: DescribedCommand['passesOn'] }).passesOn,
  };
}

/** `hp import <file> [flags]` */
export function usageOf(command: DescribedCommand): string {
  const args = command.args.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`));
  const passedOn = command.passesOn ? ['--', `<${command.passesOn.name}>`] : [];
  return ['hp', command.name, ...args, '[flags]', ...passedOn].join(' ');
}

import type { Command, Config } from '@oclif/core';
import type { Terminal } from '../output/index.ts';
import { unknownCommand } from '../unknown-command.ts';
import { commandHelp } from './command-help.ts';
import { describeCommand } from './command-model.ts';
import { rootHelp } from './root-help.ts';

export { type DescribedCommand, describeCommand, usageOf } from './command-model.ts';
export { groupTitles, rootHelp } from './root-help.ts';

/** `hp --help`, `hp help dev`, `hp dev --help`, `hp runtime --help`. */
export function showHelp(
  config: Config,
  command: Command.Loadable | undefined,
  words: readonly string[],
  terminal: Terminal,
): void {
  if (command) {
    terminal.result(commandHelp(describeCommand(command), terminal.columns, terminal.paint));
    return;
  }
  const all = config.commands.filter((candidate) => !candidate.hidden).map(describeCommand);
  const topic = words.filter((word) => !word.startsWith('-')).join(' ');
  const chosen = topic === '' ? all : all.filter(({ name }) => name.startsWith(`${topic} `));
  if (chosen.length === 0) throw unknownCommand(words, config.commandIDs);
  terminal.result(rootHelp(chosen, config.version, terminal.paint));
}

import { Config, settings } from '@oclif/core';
import { checkEnvironment } from './environment.ts';
import { fail, terminalFor } from './run-command.ts';
import { unknownCommand } from './unknown-command.ts';
import { version } from './version.ts';

/** Words that begin the command line and name a command or a topic: `webhooks replay --all` → `webhooks:replay`. */
function findCommand(config: Config, argv: readonly string[]) {
  const end = argv.findIndex((word) => word.startsWith('-'));
  const words = end === -1 ? argv : argv.slice(0, end);
  for (let length = words.length; length > 0; length--) {
    const command = config.findCommand(words.slice(0, length).join(':'));
    if (command) return { command, rest: argv.slice(length) };
  }
  return undefined;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** What oclif would read from a package.json beside the commands. */
export const oclifManifest = () => ({
  name: 'headlesspro',
  version: version(),
  type: 'module' as const,
  oclif: {
    bin: 'hp',
    dirname: 'headlesspro',
    topicSeparator: ' ' as const,
    commands: { strategy: 'pattern' as const, target: './commands' },
  },
});

/**
 * Runs one command line and sets `process.exitCode`.
 * @param directory where `commands/` lies: this folder, or the built one with its `oclif.manifest.json`.
 */
export async function main(argv: readonly string[], directory: string): Promise<void> {
  settings.enableAutoTranspile = false;
  const terminal = terminalFor(argv);
  try {
    const config = await Config.load({ root: directory, pjson: oclifManifest() });
    const [first, ...others] = argv;
    if (first === '--version' || first === '-v') return terminal.result(config.version);
    const asked = first === 'help' ? others : argv;
    if (first === undefined || first === 'help' || asksForHelp(argv)) {
      checkEnvironment(process.env);
      const { showHelp } = await import('./help/index.ts');
      return showHelp(config, findCommand(config, asked)?.command, asked, terminal);
    }
    const found = findCommand(config, argv);
    if (!found) throw unknownCommand(argv, config.commandIDs);
    await config.runCommand(found.command.id, [...found.rest], found.command);
  } catch (error) {
    fail(error, argv[0] ?? '', argv.slice(1), terminal);
  }
}

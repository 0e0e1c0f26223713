import { type CliError, usage } from './cli-error.ts';
import { nearestName } from './nearest-name.ts';

/** For words that name no command: the nearest one is suggested. */
export function unknownCommand(argv: readonly string[], ids: readonly string[]): CliError {
  const [first = ''] = argv;
  if (first.startsWith('-')) {
    const nearest = nearestName(first, ['--help', '--version', '-h', '-v']);
    return usage('unknown_flag', `There is no flag ${first} before a command.`, {
      fix: nearest ? `Did you mean ${nearest}?` : '`hp --help` lists the commands.',
      details: { flag: first },
    });
  }
  const words = argv.filter((word) => !word.startsWith('-'));
  const names = ids.map((id) => id.replaceAll(':', ' '));
  const parts = names.filter((name) => name.startsWith(`${first} `));
  if (words.length === 1 && parts.length > 0) {
    return usage('incomplete_command', `\`hp ${first}\` needs another word.`, {
      fix: `Say which: ${parts.map((name) => `\`hp ${name}\``).join(', ')}.`,
      details: { command: first, commands: parts },
    });
  }
  const typed = names.some((name) => name.startsWith(`${first} `)) ? words.slice(0, 2).join(' ') : first;
  const nearest = nearestName(typed, names);
  return usage('unknown_command', `There is no command \`hp ${typed}\`.`, {
    fix: nearest ? `Did you mean \`hp ${nearest}\`?` : '`hp --help` lists the commands.',
    details: { command: typed, nearest: nearest ?? null },
  });
}

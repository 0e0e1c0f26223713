import { usage } from '../cli-error.ts';

/** @throws {CliError} `no_command` */
export function checkCommand(words: readonly string[]): void {
  if (words.some((word) => word.trim() !== '')) return;
  throw usage('no_command', 'There is no command to run.', {
    fix: 'Write it after two dashes: `hp exec -- npm test`.',
  });
}

import type { CliError } from './cli-error.ts';
import { usage } from './cli-error.ts';
import { nearestName } from './nearest-name.ts';

interface ParseFailure extends Error {
  /** oclif's: names of flags it didn't know, arguments it didn't expect. */
  readonly flags?: readonly string[];
  readonly args?: readonly (string | { readonly name: string })[];
  readonly parse?: {
    readonly input?: { readonly flags?: Readonly<Record<string, { readonly hidden?: boolean }>> };
  };
}

/** "Parsing --port \n\tExpected an integer but received: x\nSee more help with --help" → "--port: Expected …" */
function sentenceOf(message: string): string {
  const lines = message
    .replace(/\s*See more help with --help$/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^The following errors? occurred:?$/.test(line));
  const flag = /^Parsing (--[\w-]+)$/.exec(lines[0] ?? '')?.[1];
  return flag ? `${flag}: ${lines.slice(1).join(' ')}` : lines.join(' ');
}

const explainers: Readonly<Record<string, (error: ParseFailure) => CliError>> = {
  NonExistentFlagsError: (error) => {
    const wrong = error.flags?.[0] ?? '';
    const known = Object.keys(error.parse?.input?.flags ?? {});
    const nearest = nearestName(wrong.replace(/^--?(no-)?/, ''), known);
    return usage('unknown_flag', `There is no flag ${wrong}.`, {
      fix: nearest ? `Did you mean --${nearest}?` : '`--help` lists the flags of this command.',
      details: { flag: wrong, known },
    });
  },
  UnexpectedArgsError: (error) => {
    const words = (error.args ?? []).map((word) => (typeof word === 'string' ? word : word.name));
    return usage('unexpected_argument', `Nothing is expected here: ${words.join(' ')}`, {
      fix: '`--help` shows what the command takes.',
      details: { arguments: words },
    });
  },
  RequiredArgsError: (error) => {
    const names = (error.args ?? []).map((word) => (typeof word === 'string' ? word : word.name));
    return usage('missing_argument', `Missing: ${names.map((name) => name.toUpperCase()).join(', ')}.`, {
      fix: '`--help` shows what the command takes.',
      details: { arguments: names },
    });
  },
};

/** What oclif says of a command line it can't read, in our words; undefined where it is something else. */
export function explainUsage(error: Error): CliError | undefined {
  const explained = explainers[error.constructor.name]?.(error);
  if (explained) return explained;
  // Its other errors (a flag's value, a flag that excludes another) read well as they are.
  if (!('oclif' in error)) return undefined;
  return usage('invalid_flag', sentenceOf(error.message), { fix: '`--help` shows what the command takes.' });
}

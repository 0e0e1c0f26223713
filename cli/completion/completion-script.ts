import { usage } from '../cli-error.ts';
import type { DescribedCommand } from '../help/index.ts';

interface Word {
  readonly text: string;
  readonly description: string;
}

function flagsOf(command: DescribedCommand): Word[] {
  return command.flags.flatMap(({ label, name, description }) => {
    const text = `--${name}`;
    const words = [{ text, description }];
    return label.includes('[no-]')
      ? [...words, { text: `--no-${name}`, description: `Not: ${description}` }]
      : words;
  });
}

const firstWords = (commands: readonly DescribedCommand[]) => [
  ...new Set(commands.map((command) => command.name.split(' ')[0] ?? '')),
];

/** Two-word commands, by their first word: `runtime` → `start`. */
function secondWords(commands: readonly DescribedCommand[], first: string): string[] {
  return commands.flatMap(({ name }) => {
    const [topic, second] = name.split(' ');
    return topic === first && second ? [second] : [];
  });
}

function bash(commands: readonly DescribedCommand[]): string {
  const cases = firstWords(commands).map((first) => {
    const words = [
      ...secondWords(commands, first),
      ...commands
        .filter(({ name }) => name.split(' ')[0] === first)
        .flatMap(flagsOf)
        .map((flag) => flag.text),
    ];
    return `    ${first}) words="${[...new Set(words)].join(' ')}" ;;`;
  });
  return [
    '_hp() {',
    '  local current="$2" words',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${firstWords(commands).join(' ')} help --help --version" -- "$current"))`,
    '    return',
    '  fi',
    `  case "\${COMP_WORDS[1]}" in`,
    ...cases,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o default -F _hp hp headlesspro',
  ].join('\n');
}

/** For single quotes; `:` separates in zsh's lists. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const described = ({ text, description }: Word) => quoted(`${text}:${description.replaceAll(':', '\\:')}`);

function zsh(commands: readonly DescribedCommand[]): string {
  const roots = firstWords(commands).map((first) => ({
    text: first,
    description: commands.find(({ name }) => name === first)?.summary ?? '',
  }));
  const cases = firstWords(commands).map((first) => {
    const seconds = secondWords(commands, first).map((text) => ({ text, description: '' }));
    const flags = commands.filter(({ name }) => name.split(' ')[0] === first).flatMap(flagsOf);
    return `    ${first}) choices=(${[...seconds, ...flags].map(described).join(' ')}) ;;`;
  });
  return [
    '#compdef hp headlesspro',
    '_hp() {',
    '  local -a first_words choices',
    `  first_words=(${roots.map(described).join(' ')})`,
    "  if (( CURRENT == 2 )); then _describe 'command' first_words; return; fi",
    '  case "$words[2]" in',
    ...cases,
    '  esac',
    "  _describe 'flag' choices || _files",
    '}',
    'compdef _hp hp headlesspro',
  ].join('\n');
}

function fish(commands: readonly DescribedCommand[]): string {
  const programs = ['hp', 'headlesspro'];
  return programs
    .flatMap((program) => [
      ...firstWords(commands).map(
        (first) =>
          `complete -c ${program} -n __fish_use_subcommand -a ${first} -d ${quoted(commands.find(({ name }) => name === first)?.summary ?? '')}`,
      ),
      ...commands.flatMap((command) => {
        const first = command.name.split(' ')[0] ?? '';
        return flagsOf(command).map(
          ({ text, description }) =>
            `complete -c ${program} -n "__fish_seen_subcommand_from ${first}" -l ${text.slice(2)} -d ${quoted(description)}`,
        );
      }),
    ])
    .join('\n');
}

const printers: Readonly<Record<string, (commands: readonly DescribedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** A script that completes commands and flags, for one shell. */
export function completionScript(shell: string, commands: readonly DescribedCommand[]): string {
  const print = printers[shell];
  if (!print) throw usage('invalid_argument', `There is no completion for ${shell}.`);
  return print(commands);
}

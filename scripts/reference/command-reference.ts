import { join } from 'node:path';
import { Config, settings } from '@oclif/core';
import { knownVariables } from '../../cli/environment.ts';
import { type DescribedCommand, describeCommand, groupTitles, usageOf } from '../../cli/help/index.ts';
import { oclifManifest } from '../../cli/main.ts';

const inTable = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const withOptions = (text: string, options: readonly string[]) =>
  options.length > 0 ? `${text} (${options.join(', ')})` : text;

function section(command: DescribedCommand): string[] {
  const own = command.flags.filter((flag) => !flag.isGlobal);
  const rows = [
    ...command.args.map(({ name, description, options }) => [name, withOptions(description, options)]),
    ...(command.passesOn ? [[command.passesOn.name, command.passesOn.description]] : []),
    ...own.map(({ label, description, options }) => [label.trim(), withOptions(description, options)]),
  ];
  return [
    `### hp ${command.name}`,
    `${command.summary}.`,
    '',
    ...(command.description ? [command.description, ''] : []),
    '```sh',
    usageOf(command),
    '',
    ...command.examples.flatMap((example) => [`# ${example.description}`, example.command]),
    '```',
    '',
    ...(rows.length > 0
      ? [
          '| | |',
          '|---|---|',
          ...rows.map(([name = '', text = '']) => `| \`${inTable(name)}\` | ${inTable(text)} |`),
          '',
        ]
      : []),
  ];
}

/** docs/reference/cli.md: every command as its help says it. */
export async function commandReference(): Promise<string> {
  settings.enableAutoTranspile = false;
  const config = await Config.load({
    root: join(import.meta.dirname, '../../cli'),
    pjson: oclifManifest(),
  });
  const commands = config.commands
    .filter((command) => !command.hidden)
    .map(describeCommand)
    .sort((a, b) => a.name.localeCompare(b.name));
  const groups = Object.entries(groupTitles).flatMap(([group, title]) => {
    const members = commands.filter((command) => command.group === group);
    return members.length === 0 ? [] : [`## ${title}`, '', ...members.flatMap(section)];
  });
  return [
    '<!-- Written by scripts/reference from cli/commands; do not edit. -->',
    '# Commands',
    '`hp` and `headlesspro` are the same program. `hp <command> --help` shows what stands here.',
    '',
    '- The result goes to stdout; progress, notes and errors go to stderr.',
    '- Without a terminal nothing is asked and nothing is coloured; what has no default fails and names its flag.',
    '- `NO_COLOR`, `FORCE_COLOR` and `CI` mean what they mean elsewhere.',
    '- [Exit codes](exit-codes.md) tell who must act.',
    '',
    '## --json',
    'Every command takes it and prints one line:',
    '',
    '```json',
    '{"ok":true,"command":"ps","data":[]}',
    '{"ok":false,"command":"generate","error":{"code":"no_project","kind":"refused","message":"…","fix":"…","where":{"file":"…"},"exitCode":1,"details":null}}',
    '```',
    '',
    '`code` is stable; `kind` is one of the [exit codes](exit-codes.md); `fix` and `where` may be null. `hp dev --json`',
    'prints a line for each event instead (`{"event":"ready","time":"…",…}`), and the envelope only where it fails.',
    '',
    ...groups,
    '## Environment',
    'Names that begin with `HEADLESSPRO_` are ours; one that is not in this table stops the command.',
    '',
    '| variable | meaning |',
    '|---|---|',
    ...Object.entries(knownVariables).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
    '',
  ].join('\n');
}

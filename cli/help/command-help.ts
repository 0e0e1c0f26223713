import type { Ansis } from 'ansis';
import { type DescribedCommand, usageOf } from './command-model.ts';
import { wrap } from './wrap.ts';

interface Row {
  readonly label: string;
  readonly text: string;
}

/** Label and text beside each other, or below where the label is long. */
function rows(list: readonly Row[], columns: number, paint: Ansis): string[] {
  const width = Math.min(30, Math.max(...list.map((row) => row.label.length))) + 2;
  return list.flatMap(({ label, text }) => {
    const lines = wrap(text, columns - width - 2);
    const fits = label.length <= width - 2;
    const first = fits
      ? `  ${paint.cyan(label)}${' '.repeat(width - label.length)}${lines[0] ?? ''}`
      : `  ${paint.cyan(label)}`;
    const others = (fits ? lines.slice(1) : lines).map((line) => ' '.repeat(width + 2) + line);
    return [first.trimEnd(), ...others];
  });
}

function withOptions(description: string, options: readonly string[]): string {
  return options.length > 0 ? `${description} (${options.join(', ')})` : description;
}

/** One command: what it does, how it is typed, examples first because that is what people look for. */
export function commandHelp(command: DescribedCommand, columns: number, paint: Ansis): string {
  const width = Math.min(columns, 110);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', paint.bold(title), ...lines] : [];
  const own = command.flags.filter((flag) => !flag.isGlobal);
  const shared = command.flags.filter((flag) => flag.isGlobal);
  const argumentRows = [
    ...command.args,
    ...(command.passesOn ? [{ ...command.passesOn, options: [] }] : []),
  ].map((argument) => ({ label: argument.name, text: withOptions(argument.description, argument.options) }));
  const flagRows = [...own, ...shared].map((flag) => ({
    label: flag.label,
    text: withOptions(flag.description, flag.options),
  }));
  return [
    `${command.summary}.`,
    ...(command.description ? ['', ...wrap(command.description, width)] : []),
    ...section('Usage', [`  ${usageOf(command)}`]),
    ...section(
      'Examples',
      command.examples.flatMap((example, index) => [
        ...(index > 0 ? [''] : []),
        ...(example.description ? [`  ${paint.dim(`# ${example.description}`)}`] : []),
        `  ${paint.dim('$')} ${example.command}`,
      ]),
    ),
    ...section('Arguments', argumentRows.length === 0 ? [] : rows(argumentRows, width, paint)),
    ...section('Flags', flagRows.length === 0 ? [] : rows(flagRows, width, paint)),
  ].join('\n');
}

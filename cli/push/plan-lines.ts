import type { PlanDescription, PlanLine } from '../../runtime/push/index.ts';
import type { Terminal } from '../output/index.ts';

type Paint = Terminal['paint'];

const marks = { create: '+', update: '~', delete: '-' } as const;
const mostNamed = 100;

function marked({ action, text }: PlanLine, paint: Paint): string {
  const colour = { create: paint.green, update: paint.yellow, delete: paint.red }[action];
  return `  ${colour(marks[action])} ${text}`;
}

/** All of them, as long as somebody would read them. */
export function named(items: readonly string[]): string[] {
  const rest = items.length - mostNamed;
  return rest > 0 ? [...items.slice(0, mostNamed), `… and ${rest} more; --json names them all`] : [...items];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

/** A plan for people, headed by where it goes. */
export function planLines(
  description: PlanDescription,
  heading: string,
  elsewhere: string,
  paint: Paint,
): string[] {
  const { lines, destructive, conflicts, remoteOnly } = description;
  return [
    ...section(
      paint.bold(heading),
      lines.map((line) => marked(line, paint)),
    ),
    ...section(
      paint.red('Can not be undone by pushing again'),
      named(destructive).map((text) => `  ${paint.red('!')} ${text}`),
    ),
    ...section(
      paint.yellow('Changed on both sides'),
      named(conflicts).map((text) => `  ${paint.yellow('?')} ${text}`),
    ),
    ...section(
      paint.dim(elsewhere),
      remoteOnly.map((line) => paint.dim(`  ${marks[line.action]} ${line.text}`)),
    ),
  ];
}

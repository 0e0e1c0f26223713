import type { PlanDescription, PlanLine } from '../../runtime/push/index.ts';
import type { Terminal } from '../output/index.ts';

type Paint = Terminal['paint'];

export interface Headings {
  readonly steps: string;
  /** Over what the other side changed alone. */
  readonly others: string;
}

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

/** `production https://api.example.com`; a target without a name of its own is its address. */
export function titleOf(
  { name, url }: { readonly name: string; readonly url: string },
  paint: Paint,
): string {
  return new URL(url).host === name ? url : `${name} ${paint.dim(url)}`;
}

/** A plan for people. */
export function planLines(description: PlanDescription, headings: Headings, paint: Paint): string[] {
  const { lines, destructive, conflicts, remoteOnly } = description;
  return [
    ...section(
      paint.bold(headings.steps),
      lines.map((line) => marked(line, paint)),
    ),
    ...section(
      paint.red('Takes something away for good'),
      named(destructive).map((text) => `  ${paint.red('!')} ${text}`),
    ),
    ...section(
      paint.yellow('Changed on both sides'),
      named(conflicts).map((text) => `  ${paint.yellow('?')} ${text}`),
    ),
    ...section(
      headings.others,
      remoteOnly.map((line) => `  ${paint.dim(marks[line.action])} ${line.text}`),
    ),
  ];
}

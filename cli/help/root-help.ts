import type { Ansis } from 'ansis';
import type { CommandGroup } from '../define-command.ts';
import type { DescribedCommand } from './command-model.ts';

export const groupTitles: Readonly<Record<CommandGroup, string>> = {
  start: 'Build a store',
  data: 'Its data',
  selling: 'Orders and payments',
  webhooks: 'Webhooks and events',
  hosted: 'Hosted runtimes',
  machine: 'This machine',
};

/** In the order of a first day, not of the alphabet; others follow by name. */
const order = [
  ...['init', 'dev', 'exec', 'generate', 'env', 'import', 'export', 'seed', 'reset'],
  ...['orders list', 'orders show', 'orders fulfil', 'orders refund', 'orders cancel', 'orders export'],
  ...['payments list', 'payments show', 'payments capture', 'payments refund', 'payments cancel'],
  ...['payments reconcile', 'diff', 'push', 'pull'],
];

function position(name: string): number {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
}

/** The first screen: what there is, by purpose. */
export function rootHelp(commands: readonly DescribedCommand[], version: string, paint: Ansis): string {
  const groups = Object.entries(groupTitles).flatMap(([group, title]) => {
    const members = commands
      .filter((command) => command.group === group)
      .sort((a, b) => position(a.name) - position(b.name) || a.name.localeCompare(b.name));
    if (members.length === 0) return [];
    // Of the group: `payments reconcile` would push everything else to the right.
    const width = Math.max(...members.map((command) => command.name.length)) + 3;
    const lines = members.map(
      (command) =>
        `  ${paint.cyan(command.name)}${' '.repeat(width - command.name.length)}${command.summary}`,
    );
    return [paint.bold(title), ...lines, ''];
  });
  return [
    `${paint.bold('HeadlessPro')} ${version}: the whole commerce platform on your laptop.`,
    '',
    `${paint.bold('Start here')}`,
    `  ${paint.dim('$')} npx headlesspro init my-store`,
    `  ${paint.dim('$')} cd my-store && npx hp dev`,
    '',
    ...groups,
    `${paint.dim('hp <command> --help')} has examples of each; ${paint.dim('--json')} works on all of them.`,
  ].join('\n');
}

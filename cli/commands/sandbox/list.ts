import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'List the sandboxes of the local store',
  examples: [{ does: 'With their keys, for a script', command: 'hp sandbox list --json' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await (await openControls(context)).call('sandboxes.list', {})).sandboxes;
  },
  async print(sandboxes, terminal) {
    if (sandboxes.length === 0) {
      terminal.note('There is no sandbox; `hp sandbox create` makes one.');
      return;
    }
    const { table } = await import('../../output/table.ts');
    terminal.result(
      table(
        terminal,
        ['id', 'name', 'made from', 'goes'],
        sandboxes.map(({ id, name, madeFrom, endsAt }) => [id, name, madeFrom, endsAt ?? 'never']),
      ),
    );
  },
});

import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'List the faults that are set, and what they struck',
  examples: [{ does: 'What goes wrong just now', command: 'hp faults list' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await (await openControls(context)).call('faults.list', {})).faults;
  },
  async print(faults, terminal) {
    if (faults.length === 0) {
      terminal.note(
        'No fault is set. `hp faults set --help` shows how; `hp faults scenario` lists ready-made ones.',
      );
      return;
    }
    const { printFaults } = await import('../../faults/fault-lines.ts');
    printFaults(faults, terminal);
  },
});

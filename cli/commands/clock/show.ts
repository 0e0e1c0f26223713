import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Show what time it is in the local store',
  examples: [{ does: 'The time of the store, and how far it is from the machine', command: 'hp clock show' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('clock.show', {});
  },
  async print(clock, terminal) {
    const { printClock } = await import('../../clock/print-clock.ts');
    printClock(clock, terminal);
  },
});

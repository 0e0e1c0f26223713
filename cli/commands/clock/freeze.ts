import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Stop the clock of the local store',
  description: 'It stays frozen over restarts; `hp clock advance` moves it all the same.',
  examples: [{ does: 'No time passes in the store from here on', command: 'hp clock freeze' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('clock.freeze', {});
  },
  async print(clock, terminal) {
    const { printClock } = await import('../../clock/print-clock.ts');
    printClock(clock, terminal);
  },
});

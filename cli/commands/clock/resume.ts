import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Let the frozen clock of the local store run on',
  description: 'From where it stands: what was slept through has not passed for the store.',
  examples: [{ does: 'Time passes again', command: 'hp clock resume' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('clock.resume', {});
  },
  async print(clock, terminal) {
    const { printClock } = await import('../../clock/print-clock.ts');
    printClock(clock, terminal);
  },
});

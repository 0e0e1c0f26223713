import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Show whether provider calls are recorded or replayed',
  examples: [{ does: 'How far it is', command: 'hp recordings show' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('recordings.show', {});
  },
  async print(state, terminal) {
    const { printState } = await import('../../recordings/recording-lines.ts');
    printState(state, terminal);
  },
});

import { defineCommand } from '../../define-command.ts';
import { sandboxArgument } from '../../sandboxes/sandbox-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Delete a sandbox, with all its data',
  examples: [{ does: 'For good', command: 'hp sandbox delete sbx_01jd8q5w2c3x4y5z6a7b8c9d0e' }],
  args: sandboxArgument,
  async run({ args }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('sandboxes.delete', { id: args.id });
  },
  print({ id }, { paint, result }) {
    result(`${paint.green('✔')} deleted ${id}`);
  },
});

import { defineCommand } from '../../define-command.ts';
import { sandboxArgument } from '../../sandboxes/sandbox-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Keep a sandbox until it is deleted',
  examples: [
    { does: 'One that a failed test left', command: 'hp sandbox keep sbx_01jd8q5w2c3x4y5z6a7b8c9d0e' },
  ],
  args: sandboxArgument,
  async run({ args }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('sandboxes.keep', { id: args.id });
  },
  print({ id }, { paint, result }) {
    result(`${paint.green('✔')} ${id} stays until it is deleted`);
  },
});

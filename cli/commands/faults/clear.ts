import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Take faults away from the local store',
  examples: [
    { does: 'All of them', command: 'hp faults clear' },
    { does: 'One', command: 'hp faults clear fault_2' },
    { does: 'Those of a scenario', command: 'hp faults clear --scenario flaky-network' },
  ],
  args: { id: Args.string({ description: 'Its id, as `hp faults list` shows it; all unless given' }) },
  flags: { scenario: Flags.string({ description: 'Those that it set', helpValue: '<scenario>' }) },
  async run({ args: { id }, flags: { scenario } }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('faults.clear', {
      ...(id === undefined ? {} : { id }),
      ...(scenario === undefined ? {} : { scenario }),
    });
  },
  print({ cleared }, { paint, result }) {
    result(cleared === 0 ? 'None was set.' : `${paint.green('✔')} ${cleared} cleared`);
  },
});

import { Args } from '@oclif/core';
import type { Fault } from '../../../emulator/faults/index.ts';
import { defineCommand } from '../../define-command.ts';

interface Listed {
  readonly name: string;
  readonly summary: string;
}

type Result = { readonly faults: readonly Fault[] } | { readonly scenarios: readonly Listed[] };

export default defineCommand({
  group: 'data',
  summary: 'Set a ready-made scenario of faults, or list them',
  examples: [
    { does: 'What there is', command: 'hp faults scenario' },
    { does: 'Stripe and PayPal are down', command: 'hp faults scenario payment-provider-down' },
    { does: 'A bad connection', command: 'hp faults scenario flaky-network' },
  ],
  args: { name: Args.string({ description: 'Its name; lists them all unless given' }) },
  async run({ args: { name } }, context): Promise<Result> {
    const { openControls } = await import('../../project/open-controls.ts');
    const controls = await openControls(context);
    return name === undefined
      ? controls.call('faults.scenarios', {})
      : controls.call('faults.scenario', { name });
  },
  async print(result, terminal) {
    if ('scenarios' in result) {
      const { table } = await import('../../output/table.ts');
      const rows = result.scenarios.map(({ name, summary }) => [name, summary]);
      terminal.result(table(terminal, ['scenario', 'what happens'], rows));
      return;
    }
    const { printFaults } = await import('../../faults/fault-lines.ts');
    printFaults(result.faults, terminal);
    terminal.note('`hp faults clear` takes them away again.');
  },
});

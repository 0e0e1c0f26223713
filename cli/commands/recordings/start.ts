import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Record what the store asks Stripe and PayPal',
  description:
    'Simulated or real, as the config says, until `hp recordings stop FILE` writes it down. Secrets and personal data are ' +
    'left out as they come.',
  examples: [{ does: 'Record, then buy something', command: 'hp recordings start' }],
  async run(_input, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('recordings.start', {});
  },
  print(_state, { paint, result, note }) {
    result(`${paint.green('✔')} recording`);
    note('`hp recordings stop FILE` ends it, and writes it to a file.');
  },
});

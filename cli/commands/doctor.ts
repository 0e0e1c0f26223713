import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'machine',
  summary: 'Check what hp needs here, and say how to mend what is wrong',
  description: 'Changes nothing. Exits with 1 where something has to be mended.',
  examples: [
    { does: 'This machine, and the project you are in', command: 'hp doctor' },
    { does: 'For a bug report', command: 'hp doctor --json' },
  ],
  async run(_, { directory }) {
    const { examine } = await import('../doctor/index.ts');
    const findings = await examine(directory);
    return { findings, faults: findings.filter(({ state }) => state === 'fault').length };
  },
  outcome: ({ faults }) => (faults > 0 ? 'refused' : 'ok'),
  print({ findings, faults }, { paint, result }) {
    const marks = { fine: paint.green('✔'), remark: paint.yellow('!'), fault: paint.red('✖') };
    const width = Math.max(...findings.map(({ subject }) => subject.length)) + 2;
    for (const { subject, state, message, fix } of findings) {
      const [first, ...others] = message.split('\n');
      result(`${marks[state]} ${paint.bold(subject.padEnd(width))}${first}`);
      for (const line of others) result(`  ${' '.repeat(width)}${line}`);
      if (fix) result(`  ${' '.repeat(width)}${paint.green('→')} ${fix}`);
    }
    result('');
    result(faults === 0 ? 'Nothing to mend.' : `${faults} to mend.`);
  },
});

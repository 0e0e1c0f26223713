import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Bring what changed on a hosted runtime into the local store',
  description:
    'The inverse of `hp push`, by the same comparison: what was changed there alone comes here, what was changed here ' +
    'alone stays, what was changed on both sides waits for --prefer. The config file is yours to write: where the ' +
    "runtime's configuration differs, the differences are named, and --config-out writes it out for comparison.",
  examples: [
    { does: 'Shows what would come, then asks', command: 'hp pull --from production' },
    {
      does: "Without a question, with the runtime's configuration beside your own",
      command: 'hp pull --from production --yes --config-out production.config.ts',
    },
  ],
  flags: {
    from: Flags.string({
      description: "Name of a target in the config, or a URL; the config's only one unless given",
      helpValue: '<target>',
    }),
    prefer: Flags.string({
      description: 'Which side wins where both changed the same entry',
      options: ['local', 'remote'] as const,
    }),
    'config-out': Flags.string({
      description: "Write the runtime's configuration, where it differs, as a config file of this name",
      helpValue: '<file>',
    }),
    'allow-destructive': Flags.boolean({ description: 'Also delete here what was deleted there' }),
    yes: Flags.boolean({ char: 'y', description: 'Do not ask' }),
  },
  async run({ flags }, context) {
    const { runPull } = await import('../push/run-pull.ts');
    const { from, yes } = flags;
    const prefer = flags.prefer as 'local' | 'remote' | undefined; // the options of the flag
    return runPull(
      { from, yes, prefer, configOut: flags['config-out'], allowDestructive: flags['allow-destructive'] },
      context,
    );
  },
  print({ outcome, target, changes, config, configFile }, { paint, result }) {
    const count = `${changes.toLocaleString('en')} ${changes === 1 ? 'change' : 'changes'}`;
    const done = outcome === 'nothing' ? `nothing to pull from ${target}` : `${count} pulled from ${target}`;
    result(`${paint.green('✔')} ${done}`);
    if (config.length === 0) return;
    result(
      `${paint.yellow('!')} the configuration of ${target} differs; write it into headlesspro.config.ts yourself:`,
    );
    for (const text of config) result(`    ${text}`);
    if (configFile) result(`  it was written whole to ${configFile}`);
    else result('  `hp pull --config-out remote.config.ts` writes it whole, to compare with');
  },
});

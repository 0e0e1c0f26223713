import { Flags } from '@oclif/core';
import { cancelled } from '../cli-error.ts';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Set the data aside and start again from the seed',
  description: 'Works beside a running `hp dev`, and without one. Keys stay the same.',
  examples: [
    { does: 'Asks first', command: 'hp reset' },
    { does: 'Without asking, from another seed', command: 'hp reset --seed empty --yes' },
  ],
  flags: {
    seed: Flags.string({
      description: "fashion, electronics, empty or a file; the config's own unless given",
    }),
    yes: Flags.boolean({ char: 'y', description: 'Do not ask' }),
  },
  async run({ flags }, context) {
    const { mustBeOutsideExec } = await import('../project/exec-store.ts');
    mustBeOutsideExec('hp reset', context.environment);
    const { findProject } = await import('../project/find-project.ts');
    const { knownSeed, seedOf } = await import('../project/known-seed.ts');
    const { openStore } = await import('../project/open-store.ts');
    const { askYesOrNo } = await import('../output/index.ts');
    const project = findProject(context.directory);
    const asked = flags.seed === undefined ? undefined : knownSeed(flags.seed, context.directory);
    const isSure =
      flags.yes ||
      (await askYesOrNo(context.terminal, {
        message: `Start the store in ${project.directory} again? Its data is set aside.`,
        flag: '--yes',
      }));
    if (!isSure) throw cancelled();
    const store = await openStore(project, context);
    const seed = asked ?? seedOf(store.loaded);
    await store.reset(seed);
    return { directory: project.directory, seed };
  },
  print({ seed }, { paint, result }) {
    result(`${paint.green('✔')} the store starts again from the seed "${seed}"`);
  },
});

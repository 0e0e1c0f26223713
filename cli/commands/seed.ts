import { Args } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Fill the local store from a seed, leaving what is there',
  description:
    'Works beside a running `hp dev`, and without one. Products of the seed get their first state back; ' +
    'everything that you made stays. To start over instead, use `hp reset`.',
  examples: [
    { does: 'The seed that the config names', command: 'hp seed' },
    { does: 'Another one', command: 'hp seed electronics' },
    { does: 'A file that hp export wrote', command: 'hp seed ./catalog.jsonl' },
  ],
  args: {
    seed: Args.string({
      description: "fashion, electronics, empty or a file; the config's own unless given",
    }),
  },
  async run({ args }, context) {
    const { mustBeOutsideExec } = await import('../project/exec-store.ts');
    mustBeOutsideExec('hp seed', context.environment);
    const { findProject } = await import('../project/find-project.ts');
    const { knownSeed, seedOf } = await import('../project/known-seed.ts');
    const { openStore } = await import('../project/open-store.ts');
    const asked = args.seed === undefined ? undefined : knownSeed(args.seed, context.directory);
    const store = await openStore(findProject(context.directory), context);
    const seed = asked ?? seedOf(store.loaded);
    const { products, files } = await store.seed(seed);
    return { seed, products, files };
  },
  print({ seed, products, files }, { paint, result }) {
    result(`${paint.green('✔')} ${seed}: ${products} products and ${files} pictures are in the store`);
  },
});

import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: 'Run a command, tests say, against a fresh store',
  description:
    'Starts the platform with the config of the project on a free port, with a store of its own (the one of `hp dev` is ' +
    'not touched), waits until it answers, runs the command, and ends with its exit code. The command finds the store ' +
    'by HP_API_URL, HP_GRAPHQL_URL, HP_SECRET_KEY, HP_PUBLISHABLE_KEY, one address a simulator (HP_STRIPE_URL, ' +
    'HP_PAYPAL_URL), and by everything that `hp env` prints. It has this terminal and gets every signal.\n\n' +
    'Where it fails, the store is kept in a bundle, which `hp dev --from-bundle` opens on any machine. A failure of hp ' +
    'itself ends with 125; a command that is not found with 127; one that a signal ended with 128 and its number. ' +
    'A single word with blanks in it is given to the shell. With --json the output of the command goes to stderr.\n\n' +
    'With --sandbox no platform is started: the command gets a sandbox of the `hp dev` that runs here, in milliseconds ' +
    '(HP_SANDBOX_ID is its id), which is deleted afterwards.',
  examples: [
    { does: 'The tests of a storefront', command: 'hp exec -- npm test' },
    { does: 'With another seed, through the shell', command: "hp exec --seed empty -- 'cd web && npm test'" },
    {
      does: 'In CI, with results and the bundle in known places',
      command: 'hp exec --junit hp.xml --bundle failed.hpbundle --annotations github -- npm test',
    },
    { does: 'Quickly, while `hp dev` runs', command: 'hp exec --sandbox --keep-on-failure -- npx vitest' },
  ],
  passesOn: { name: 'command', description: 'What to run, with its arguments' },
  flags: {
    seed: Flags.string({
      description: "fashion, electronics, empty or a file; the config's own unless given",
      helpValue: '<seed>',
    }),
    port: Flags.integer({
      char: 'p',
      description: "The platform's port; any free one unless given",
      default: 0,
      helpValue: '<port>',
      min: 0,
      max: 65_535,
    }),
    bundle: Flags.string({
      description: 'Where the store goes when the command fails; a file in .headlesspro/bundles unless given',
      helpValue: '<file>',
    }),
    'no-bundle': Flags.boolean({ description: 'Keep no store', exclusive: ['bundle'] }),
    junit: Flags.string({
      description: 'Write the outcome as JUnit XML, faults of the platform included',
      helpValue: '<file>',
    }),
    annotations: Flags.option({
      description: 'Show failures on the page of the run; never on by itself',
      helpValue: '<ci>',
      options: ['github'] as const,
    })(),
    sandbox: Flags.boolean({
      description: 'In a sandbox of the `hp dev` that runs here',
      exclusive: ['port', 'bundle', 'no-bundle'],
    }),
    snapshot: Flags.string({
      description: 'What the sandbox is a copy of',
      helpValue: '<name>',
      dependsOn: ['sandbox'],
      exclusive: ['seed'],
    }),
    'keep-on-failure': Flags.boolean({
      description: 'Keep the sandbox where the command fails',
      dependsOn: ['sandbox'],
    }),
  },
  ownFailure: 'not_run',
  async run({ flags, passedOn }, context) {
    const { seed, port, junit, snapshot } = flags;
    const run = async () => {
      if (flags.sandbox) {
        const { runInSandbox } = await import('../exec/run-in-sandbox.ts');
        const keepOnFailure = flags['keep-on-failure'];
        return runInSandbox(passedOn, { seed, junit, snapshot, keepOnFailure }, context);
      }
      const { runExec } = await import('../exec/run-exec.ts');
      const bundle = flags['no-bundle'] ? null : flags.bundle;
      return runExec(passedOn, { seed, port, junit, bundle }, context);
    };
    const result = await run();
    if (flags.annotations) {
      const { githubAnnotations } = await import('../exec/github-annotations.ts');
      // GitHub reads them from both streams, and stdout is the command's.
      for (const line of githubAnnotations(result)) context.terminal.notes.write(`${line}\n`);
    }
    return result;
  },
  exitCode: ({ exitCode }) => exitCode,
  async print(result, terminal) {
    const { execLines } = await import('../exec/exec-lines.ts');
    for (const line of execLines(result, terminal.notePaint)) terminal.note(line);
  },
});

import { relative } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: 'Scaffold a storefront and its store in a new folder',
  description:
    'Asks what was not given with a flag. With --yes, and where nobody can be asked, the defaults are taken. ' +
    'The folder appears when everything in it is ready; an interrupted run leaves nothing behind.',
  examples: [
    { does: 'Ask the few questions', command: 'hp init my-store' },
    { does: 'Ask nothing', command: 'hp init my-store --yes' },
    { does: 'Electronics, with pnpm', command: 'hp init my-store --seed electronics --package-manager pnpm' },
    { does: 'With a workflow that runs the tests on GitHub', command: 'hp init my-store --ci github' },
    {
      does: 'With an SDK for scripts in Python, too',
      command: 'hp init my-store --sdk python',
    },
    { does: 'Into the folder that you are in', command: 'hp init . --no-git' },
  ],
  args: {
    directory: Args.string({ description: 'Folder to make; its name is the name of the store' }),
  },
  flags: {
    name: Flags.string({ description: 'Name in package.json, where it is not the name of the folder' }),
    template: Flags.string({ description: 'Storefront to start with: react', helpValue: '<template>' }),
    'package-manager': Flags.string({ description: 'npm, pnpm or yarn', helpValue: '<name>' }),
    seed: Flags.string({
      description: 'Products to start with: fashion, electronics or empty',
      helpValue: '<seed>',
    }),
    install: Flags.boolean({ description: 'Install the dependencies (default)', allowNo: true }),
    git: Flags.boolean({
      description: 'Start a git repository with a first commit (default)',
      allowNo: true,
    }),
    ci: Flags.string({
      description: 'Write a pipeline that tests against a fresh store: github or gitlab',
      helpValue: '<system>',
    }),
    sdk: Flags.string({
      description: 'SDKs beside the one of the storefront: python, go',
      helpValue: '<languages>',
    }),
    yes: Flags.boolean({ char: 'y', description: 'Take the default for everything that was not given' }),
  },
  async run({ args, flags }, context) {
    const { askChoices } = await import('../init/ask-choices.ts');
    const { makeProject } = await import('../init/make-project.ts');
    const { templates } = await import('../init/copy-template.ts');
    const { seeds } = await import('../../emulator/seeds/index.ts');
    const { terminal, environment, directory } = context;
    const choices = await askChoices(
      {
        directory: args.directory,
        name: flags.name,
        template: flags.template,
        packageManager: flags['package-manager'],
        seed: flags.seed,
        install: flags.install,
        git: flags.git,
        ci: flags.ci,
        sdk: flags.sdk,
        yes: flags.yes ?? false,
      },
      {
        terminal,
        isAsked: terminal.isInteractive && !flags.yes,
        templates: templates(),
        seeds: [...seeds],
        environment,
        workingDirectory: directory,
      },
    );
    await makeProject(choices, context);
    const { nextSteps } = await import('../init/next-steps.ts');
    return {
      ...choices,
      folder: relative(directory, choices.target) || '.',
      nextSteps: nextSteps(choices, directory),
    };
  },
  print({ name, folder, nextSteps }, { paint, result }) {
    result(
      [
        '',
        `${paint.green('✔')} ${paint.bold(name)} is ready in ${paint.cyan(folder)}`,
        '',
        'Next:',
        ...nextSteps.map((step) => `  ${paint.cyan(step)}`),
        '',
        paint.dim(
          'headlesspro.config.ts is where the store is described; hp --help lists what else there is.',
        ),
      ].join('\n'),
    );
  },
});

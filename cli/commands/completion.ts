import { Args } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'machine',
  summary: 'Print the completion script of a shell',
  examples: [
    { does: 'bash, for this user', command: 'hp completion bash >> ~/.bashrc' },
    { does: 'zsh, with ~/.zfunc in its fpath', command: 'hp completion zsh > ~/.zfunc/_hp' },
    { does: 'fish', command: 'hp completion fish > ~/.config/fish/completions/hp.fish' },
  ],
  args: {
    shell: Args.string({ description: 'Your shell', options: ['bash', 'zsh', 'fish'], required: true }),
  },
  async run({ args }, { commands }) {
    const { completionScript } = await import('../completion/completion-script.ts');
    return { shell: args.shell, script: completionScript(args.shell, commands()) };
  },
  print({ script }, { result }) {
    result(script);
  },
});

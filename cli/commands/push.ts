import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'hosted',
  summary: 'Bring a hosted runtime up to this project: plan, then apply',
  description:
    'Compares three things: what was pushed last, what the target holds now, and what is here. What was changed here ' +
    'alone is pushed, all of it or nothing; what was changed there alone stays; what was changed on both sides is ' +
    "named, and waits for --prefer. Stock, orders and customers are each store's own, and so are secrets: the config " +
    'holds references to environment variables only.\n\n' +
    "The target's key comes from the variable that the config names for it, or from HEADLESSPRO_TARGET_KEY for a URL.",
  examples: [
    { does: 'Shows the plan, then asks', command: 'hp push --to staging' },
    { does: 'Without a question, in CI', command: 'hp push --to https://api.example.com --yes' },
    { does: 'Save the plan for somebody to look at', command: 'hp push --to production --out plan.json' },
    {
      does: 'Apply it, if the target is still as it was',
      command: 'hp push --plan plan.json --confirm production',
    },
  ],
  flags: {
    to: Flags.string({
      description: "Name of a target in the config, or a URL; the config's only one unless given",
      helpValue: '<target>',
    }),
    prefer: Flags.string({
      description: 'Which side wins where both changed the same entry',
      options: ['local', 'remote'] as const,
    }),
    out: Flags.string({ description: 'Save the plan instead of applying it', helpValue: '<file>' }),
    plan: Flags.string({
      description: 'Apply a saved plan; refused where the target has changed since',
      helpValue: '<file>',
      exclusive: ['out', 'prefer'],
    }),
    'allow-destructive': Flags.boolean({
      description:
        'Also apply what takes something away: deletions, removed attributes, locales, channels, variants',
    }),
    yes: Flags.boolean({
      char: 'y',
      description: 'Do not ask; a protected target wants --confirm all the same',
    }),
    confirm: Flags.string({
      description: "The target's name, instead of typing it when asked",
      helpValue: '<name>',
    }),
  },
  async run({ flags }, context) {
    const { runPush } = await import('../push/run-push.ts');
    const { to, out, plan, yes, confirm } = flags;
    const prefer = flags.prefer as 'local' | 'remote' | undefined; // the options of the flag
    return runPush(
      { to, out, plan, yes, confirm, prefer, allowDestructive: flags['allow-destructive'] },
      context,
    );
  },
  print({ outcome, target, changes, planFile }, { paint, result }) {
    const count = `${changes.toLocaleString('en')} ${changes === 1 ? 'change' : 'changes'}`;
    if (outcome === 'nothing') return result(`${paint.green('✔')} nothing to push: ${target} has everything`);
    if (outcome === 'saved') {
      result(`${paint.green('✔')} ${count} for ${target} saved in ${planFile}`);
      return result(`  apply with: hp push --plan ${planFile}`);
    }
    return result(`${paint.green('✔')} ${count} pushed to ${target}`);
  },
});

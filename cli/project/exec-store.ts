import { refused } from '../cli-error.ts';

export interface ExecStore {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** The store of `hp exec`, within the command that it runs: by the variables that it sets. */
export function execStore(environment: NodeJS.ProcessEnv): ExecStore | undefined {
  const { HP_API_URL: url, HP_SECRET_KEY: secretKey, HP_PUBLISHABLE_KEY: publishableKey = '' } = environment;
  return url && secretKey ? { url, secretKey, publishableKey } : undefined;
}

const outside = "It is about the project's own store: run it outside of `hp exec`.";

/** Commands that can't do their work on the store of `hp exec`, with what to do instead. */
const instead = {
  'hp reset': 'Each `hp exec` begins with a fresh store; `hp sandbox create` makes another one on the way.',
  'hp seed': 'Begin with that seed: `hp exec --seed NAME -- …`. What a file holds goes in with `hp import`.',
  'hp snapshot restore': 'Make a store from it: `hp sandbox create --snapshot NAME`.',
  'hp snapshot delete': 'It was not taken in this run: delete it outside of `hp exec`.',
  'hp snapshot export': outside,
  'hp snapshot import': outside,
  'hp push': outside,
  'hp pull': outside,
  'hp diff': outside,
} as const;

type OutsideCommand = keyof typeof instead;

/** Within `hp exec` nobody means to change the store that the developer works with. */
export function refusedWithinExec(command: OutsideCommand) {
  return refused('within_exec', `\`${command}\` can't be used within \`hp exec\`.`, {
    fix: instead[command],
  });
}

/** @throws {CliError} `within_exec` */
export function mustBeOutsideExec(command: OutsideCommand, environment: NodeJS.ProcessEnv): void {
  if (execStore(environment)) throw refusedWithinExec(command);
}

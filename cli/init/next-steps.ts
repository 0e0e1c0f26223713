import { relative } from 'node:path';
import type { InitChoices } from './ask-choices.ts';
import { runPrefix } from './package-manager.ts';

/** What to type now, line by line. */
export function nextSteps(choices: InitChoices, workingDirectory: string): string[] {
  const { target, packageManager, install } = choices;
  const folder = relative(workingDirectory, target);
  return [
    ...(folder === '' ? [] : [`cd ${/[\s'"$]/.test(folder) ? JSON.stringify(folder) : folder}`]),
    ...(install ? [] : [`${packageManager} install`]),
    `${runPrefix[packageManager]} hp dev`,
  ];
}

import { usage } from '../cli-error.ts';
import { askText, askYesOrNo, type Terminal } from '../output/index.ts';
import type { Target } from './resolve-target.ts';

/** Asks for a yes; for a protected target, for its name. */
export async function askToPush(
  terminal: Terminal,
  target: Target,
  changes: number,
  { yes, confirm }: { readonly yes: boolean; readonly confirm: string | undefined },
): Promise<boolean> {
  if (confirm !== undefined && confirm !== target.name) {
    throw usage('other_target_confirmed', `--confirm names ${confirm}, and the push goes to ${target.name}.`);
  }
  if (target.isProtected) {
    if (confirm === target.name) return true;
    const answer = await askText(terminal, {
      message: `${target.name} is protected. Type its name to push:`,
      flag: `--confirm ${target.name}`,
    });
    return answer === target.name;
  }
  const what = changes === 1 ? 'this change' : `these ${changes.toLocaleString('en')} changes`;
  return (
    yes ||
    confirm !== undefined ||
    askYesOrNo(terminal, { message: `Push ${what} to ${target.name}?`, flag: '--yes' })
  );
}

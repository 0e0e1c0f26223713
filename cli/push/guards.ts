import { ClientProblem } from '../../runtime/client/index.ts';
import { applyPlan, type PushPlan, type Side } from '../../runtime/push/index.ts';
import { CliError, refused } from '../cli-error.ts';
import type { Terminal } from '../output/index.ts';
import { named } from './plan-lines.ts';
import { showProgress } from './progress.ts';

/** Nothing is overwritten that somebody else has changed too. */
export function mustBeSettled(conflicts: readonly string[], targetName: string): void {
  if (conflicts.length === 0) return;
  const what = conflicts.length === 1 ? 'One entry was' : `${conflicts.length} entries were`;
  throw refused('conflicts', `${what} changed both here and on ${targetName} since the two last agreed.`, {
    lines: named(conflicts),
    fix: 'Settle it with --prefer local or --prefer remote.',
    details: { conflicts },
  });
}

/** What takes something away wants a flag of its own, whatever else was said. */
export function mustBeAllowed(destructive: readonly string[], isAllowed: boolean): void {
  if (isAllowed || destructive.length === 0) return;
  throw refused('destructive_changes', 'This takes something away for good.', {
    lines: named(destructive),
    fix: 'Look at each of them, then add --allow-destructive.',
    details: { destructive },
  });
}

/** In process it is a `Problem`, over HTTP a `ClientProblem`; both carry these. */
function changedSince(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'plan_outdated') return undefined;
  const details = error instanceof ClientProblem ? error.details : {};
  return (details.changed ?? []) as readonly string[]; // see planProblems
}

/** Applies a plan, showing how far it is. Nothing of it is in force until all of it is. */
export async function applyShown(
  plan: PushPlan,
  source: Side,
  target: Side,
  terminal: Terminal,
): Promise<void> {
  const progress = showProgress(terminal, target.name);
  try {
    await applyPlan({ plan, source, target, onProgress: progress.show });
  } catch (error) {
    // Whether the answer or the question was lost can't be known from here.
    if (error instanceof CliError && error.code === 'target_unreachable') {
      throw new CliError('unreachable', error.code, error.message, {
        fix: `\`hp diff\` says whether ${target.name} has applied it: all of it was, or nothing.`,
        cause: error,
      });
    }
    const changed = changedSince(error);
    if (!changed) throw error;
    throw refused(
      'plan_outdated',
      `The plan is outdated: ${target.name} has changed since. Nothing was applied.`,
      {
        lines: named(changed.map((entry) => `${entry} is not what it was`)),
        fix: 'Make a new plan: run the command again, without --plan.',
        details: { changed },
      },
    );
  } finally {
    progress.end();
  }
}

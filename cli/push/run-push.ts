import { resolve } from 'node:path';
import { ClientProblem } from '../../runtime/client/index.ts';
import {
  applyPlan,
  baseAfter,
  describePlan,
  makePlan,
  type PlanDescription,
  type Planned,
  type PushPlan,
  readBase,
  type Side,
  writeBase,
} from '../../runtime/push/index.ts';
import { cancelled, refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { findProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';
import { askToPush } from './ask-to-push.ts';
import { connectTarget, localSide } from './connect.ts';
import { loadPlan, savePlan } from './plan-file.ts';
import { named, planLines } from './plan-lines.ts';
import { showProgress } from './progress.ts';
import { resolveTarget, type Target } from './resolve-target.ts';

export interface PushFlags {
  readonly to: string | undefined;
  readonly prefer: 'local' | 'remote' | undefined;
  readonly out: string | undefined;
  readonly plan: string | undefined;
  readonly allowDestructive: boolean;
  readonly yes: boolean;
  readonly confirm: string | undefined;
}

export interface Pushed extends PlanDescription {
  readonly target: string;
  readonly url: string;
  readonly outcome: 'pushed' | 'saved' | 'nothing';
  readonly changes: number;
  readonly planFile: string | null;
}

function mustBeSettled(conflicts: readonly string[], target: Target): void {
  if (conflicts.length === 0) return;
  const what = conflicts.length === 1 ? 'One entry was' : `${conflicts.length} entries were`;
  throw refused('conflicts', `${what} changed both here and on ${target.name} since the last push.`, {
    lines: named(conflicts),
    fix: 'Settle it with --prefer local or --prefer remote; `hp pull` brings the others here.',
    details: { conflicts },
  });
}

function mustBeAllowed(destructive: readonly string[], isAllowed: boolean): void {
  if (isAllowed || destructive.length === 0) return;
  throw refused(
    'destructive_changes',
    'The plan takes something away that pushing again would not bring back.',
    {
      lines: named(destructive),
      fix: 'Look at each of them, then push with --allow-destructive.',
      details: { destructive },
    },
  );
}

/** A saved plan goes where it was made for. */
function mustFit(plan: PushPlan, target: Target): void {
  if (plan.target === target.url) return;
  throw refused('plan_for_other_target', `The plan was made for ${plan.target}, not for ${target.url}.`, {
    fix: `Leave --to out, or make a plan for ${target.name}.`,
  });
}

async function apply(plan: PushPlan, source: Side, side: Side, context: CommandContext): Promise<void> {
  const progress = showProgress(context.terminal, side.name);
  try {
    await applyPlan({ plan, source, target: side, onProgress: progress.show });
  } catch (error) {
    if (!(error instanceof ClientProblem) || error.code !== 'plan_outdated') throw error;
    const changed = (error.details.changed ?? []) as readonly string[]; // see planProblems
    throw refused('plan_outdated', `${side.name} has changed since the plan was made; nothing was pushed.`, {
      lines: named(changed.map((entry) => `${entry} is another one now`)),
      fix: 'Make a new plan: run `hp push` again without --plan.',
      details: error.details,
    });
  } finally {
    progress.end();
  }
}

/** The life of a push: plan → show → settle → ask → stage → apply → remember. */
export async function runPush(flags: PushFlags, context: CommandContext): Promise<Pushed> {
  const { terminal, environment, directory } = context;
  const project = findProject(directory);
  const saved = flags.plan === undefined ? undefined : await loadPlan(resolve(directory, flags.plan));
  const store = await openStore(project, context);
  const target = resolveTarget(flags.to ?? saved?.target, store.loaded.project.targets, environment);
  if (saved) mustFit(saved, target);
  const side = await connectTarget(target, store);
  const source = localSide(store);
  const baseBefore = await readBase(project.directory, target.url);
  const { plan, base }: Planned = saved
    ? { plan: saved, base: baseBefore }
    : await makePlan({ source, target: side, base: baseBefore, prefer: flags.prefer });
  const description = describePlan(plan, { source: 'here', target: `on ${target.name}` });
  const answer = (outcome: Pushed['outcome'], planFile: string | null = null): Pushed => ({
    ...{ target: target.name, url: target.url, outcome, changes: plan.steps.length, planFile },
    ...description,
  });
  const elsewhere = `Changed on ${target.name} alone; stays as it is (\`hp pull\` brings it here)`;
  const heading = `To ${target.name} ${terminal.paint.dim(target.url)}`;
  // Conflicts are told by the refusal that follows.
  const shown = { ...description, conflicts: [] };
  for (const line of planLines(shown, heading, elsewhere, terminal.paint)) terminal.note(line);
  mustBeSettled(description.conflicts, target);
  if (!saved) await writeBase(project.directory, target.url, base);
  if (plan.steps.length === 0) return answer('nothing');
  if (flags.out !== undefined) {
    const file = resolve(directory, flags.out);
    await savePlan(file, plan);
    return answer('saved', file);
  }
  mustBeAllowed(description.destructive, flags.allowDestructive);
  if (!(await askToPush(terminal, target, plan.steps.length, flags))) throw cancelled();
  await apply(plan, source, side, context);
  await writeBase(project.directory, target.url, baseAfter(base, plan));
  return answer('pushed');
}

import { resolve } from 'node:path';
import {
  baseAfter,
  describePlan,
  makePlan,
  type PlanDescription,
  type Planned,
  type PushPlan,
  writeBase,
} from '../../runtime/push/index.ts';
import { cancelled, refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { mustBeOutsideExec } from '../project/exec-store.ts';
import { askToPush } from './ask-to-push.ts';
import { openBothStores, pushPlaces } from './both-stores.ts';
import { applyShown, mustBeAllowed, mustBeSettled } from './guards.ts';
import { loadPlan, savePlan } from './plan-file.ts';
import { planLines, titleOf } from './plan-lines.ts';
import type { Target } from './resolve-target.ts';

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

/** A saved plan goes where it was made for. */
function mustFit(plan: PushPlan, target: Target): void {
  if (plan.target === target.url) return;
  throw refused('plan_for_other_target', `The plan was made for ${plan.target}, not for ${target.url}.`, {
    fix: `Leave --to out, or make a plan for ${target.name}.`,
  });
}

/** The life of a push: plan → show → settle → save or ask → apply → remember. */
export async function runPush(flags: PushFlags, context: CommandContext): Promise<Pushed> {
  const { terminal, directory } = context;
  mustBeOutsideExec('hp push', context.environment);
  const saved = flags.plan === undefined ? undefined : await loadPlan(resolve(directory, flags.plan));
  const stores = await openBothStores(flags.to ?? saved?.target, context);
  const { project, target, here, there } = stores;
  if (saved) mustFit(saved, target);
  const { plan, base }: Planned = saved
    ? { plan: saved, base: stores.base }
    : await makePlan({ source: here, target: there, base: stores.base, prefer: flags.prefer });
  const description = describePlan(plan, pushPlaces(target));
  const answer = (outcome: Pushed['outcome'], planFile: string | null = null): Pushed => ({
    ...{ target: target.name, url: target.url, outcome, changes: plan.steps.length, planFile },
    ...description,
  });
  const lines = planLines(
    // Conflicts are told by the refusal that follows.
    { ...description, conflicts: [] },
    {
      steps: `To ${titleOf(target, terminal.paint)}`,
      others: `Changed on ${target.name} alone; stays as it is (\`hp pull\` brings it here)`,
    },
    terminal.paint,
  );
  for (const line of lines) terminal.note(line);
  mustBeSettled(description.conflicts, target.name);
  if (!saved) await writeBase(project.directory, target.url, base);
  if (plan.steps.length === 0) return answer('nothing');
  if (flags.out !== undefined) {
    const file = resolve(directory, flags.out);
    await savePlan(file, plan);
    return answer('saved', file);
  }
  mustBeAllowed(description.destructive, flags.allowDestructive);
  if (!(await askToPush(terminal, target, plan.steps.length, flags))) throw cancelled();
  await applyShown(plan, here, there, terminal);
  await writeBase(project.directory, target.url, baseAfter(base, plan));
  return answer('pushed');
}

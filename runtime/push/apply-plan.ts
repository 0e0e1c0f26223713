import type { PlannedStep, PushPlan } from './make-plan.ts';
import type { Side } from './side.ts';

export interface ApplyOptions {
  readonly plan: PushPlan;
  readonly source: Side;
  readonly target: Side;
  readonly onProgress?: (staged: number, total: number) => void;
}

const stepsPerRequest = 50;

async function stagedChange(step: PlannedStep, source: Side): Promise<Record<string, unknown>> {
  const { kind, id, action, expected, after } = step;
  const change = { kind, id, action, expected, content: after };
  if (kind !== 'media' || action !== 'create') return change;
  const file = await source.file(id);
  return { ...change, file: Buffer.from(file).toString('base64') };
}

/** Files are sent one a request, other changes in batches: a request stays below the target's size limit. */
function inBatches(steps: readonly PlannedStep[]): PlannedStep[][] {
  const batches: PlannedStep[][] = [];
  for (const step of steps) {
    const last = batches.at(-1);
    const isFile = step.kind === 'media' && step.action === 'create';
    if (!last || isFile || last.length === stepsPerRequest || last[0]?.kind !== step.kind)
      batches.push([step]);
    else last.push(step);
  }
  return batches;
}

/**
 * Stages the plan's steps on the target and applies them in one transaction. Until the last request nothing of
 * it is in force, so a push that is interrupted leaves the target as it was.
 * @throws {ClientProblem} `plan_outdated` where the target has changed since the plan was made.
 */
export async function applyPlan({ plan, source, target, onProgress }: ApplyOptions): Promise<void> {
  if (plan.steps.length === 0) return;
  const opened = (await target.call('store.plans.create', { revision: plan.revision })) as { id: string };
  let staged = 0;
  for (const batch of inBatches(plan.steps)) {
    const changes = [];
    for (const step of batch) changes.push(await stagedChange(step, source));
    await target.call('store.plans.stage', { planId: opened.id, changes });
    staged += batch.length;
    onProgress?.(staged, plan.steps.length);
  }
  await target.call('store.plans.apply', { planId: opened.id });
}

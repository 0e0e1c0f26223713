import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { planProblems, type StoreOperations } from '../../../contract/store/index.ts';
import { fingerprint } from '../../../plan/index.ts';
import { pushedRevision } from '../state/handlers.ts';
import { kinds } from '../state/kinds.ts';
import { applyChange, type Change, linkProducts } from './apply-change.ts';
import { applyConfig } from './apply-config.ts';
import { type Plan, plans, type StagedChange, stagedChanges } from './collections.ts';
import { orderChanges } from './order-changes.ts';

type PlanOperation = 'store.plans.create' | 'store.plans.stage' | 'store.plans.apply';

async function openPlan(context: Context, planId: string): Promise<Plan> {
  const plan = await context.store.get(plans, planId, { lock: true });
  if (!plan) throw problem(problems.notFound, { detail: `There is no plan ${planId}.` });
  if (plan.state !== 'open')
    throw problem(planProblems.planState, { detail: `The plan ${planId} was applied already.` });
  return plan;
}

async function allChanges(context: Context, planId: string): Promise<StagedChange[]> {
  const found: StagedChange[] = [];
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await context.store.query(stagedChanges, {
      index: 'byPlan',
      where: { plan: planId },
      pageSize: 500,
      ...(after ? { after } : {}),
    });
    found.push(...items.map((item) => item.document));
    if (!hasMore) return found;
    after = items.at(-1)?.position;
  }
}

/** What the plan would change, and what has become of it since; empty when the plan still fits. */
async function changedSince(context: Context, staged: readonly StagedChange[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { change } of staged) {
    const content = await kinds[change.kind].get(context, change.id);
    const now = content ? fingerprint(content) : null;
    if (now !== change.expected) changed.push(`${change.kind} ${change.id}`);
  }
  return changed;
}

/** Where the categories that the plan deletes hang now. */
async function parentsOfDeleted(
  context: Context,
  changes: readonly Change[],
): Promise<Map<string, string | null>> {
  const parents = new Map<string, string | null>();
  for (const { kind, action, id } of changes) {
    if (kind !== 'category' || action !== 'delete') continue;
    const category = await kinds.category.get(context, id);
    parents.set(id, (category?.parentId ?? null) as string | null);
  }
  return parents;
}

async function applyAll(context: Context, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    try {
      await applyChange(context, change);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw problem(planProblems.planRefused, {
        detail: `${change.action} ${change.kind} ${change.id}: ${error.message}`,
        ...(error.occurrence.errors ? { errors: error.occurrence.errors } : {}),
        details: { code: error.code, kind: change.kind, id: change.id },
      });
    }
  }
  await linkProducts(context, changes);
}

export const planHandlers: Pick<HandlersOf<StoreOperations>, PlanOperation> = {
  async 'store.plans.create'(context, { revision }) {
    return context.store.insert(plans, {
      id: context.ids.next('plan'),
      state: 'open',
      revision,
      changeCount: 0,
    });
  },

  async 'store.plans.stage'(context, { planId, changes }) {
    const plan = await openPlan(context, planId);
    await context.store.insertMany(
      stagedChanges,
      changes.map((change, index) => ({
        id: context.ids.next('step'),
        planId,
        position: plan.changeCount + index,
        change,
      })),
    );
    return context.store.update(plans, planId, (current) => ({
      ...current,
      changeCount: current.changeCount + changes.length,
    }));
  },

  async 'store.plans.apply'(context, { planId }) {
    const plan = await openPlan(context, planId);
    const staged = await allChanges(context, planId);
    const revision = await pushedRevision(context);
    const changed = await changedSince(context, staged);
    if (revision !== plan.revision || changed.length > 0) {
      throw problem(planProblems.planOutdated, {
        detail: `The store is at revision ${revision}, the plan was made at ${plan.revision}.`,
        details: { changed, revision },
      });
    }
    const changes = staged.map(({ change }) => change as Change);
    const parents = await parentsOfDeleted(context, changes);
    await applyAll(await applyConfig(context, changes), orderChanges(changes, parents));
    for (const step of staged) await context.store.delete(stagedChanges, step.id);
    const applied = await context.store.update(plans, planId, (current) => ({
      ...current,
      state: 'applied' as const,
    }));
    await context.emit('plan.applied', planId, applied);
    return applied;
  },
};

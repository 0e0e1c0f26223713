import {
  agreedBase,
  type Comparison,
  type Conflict,
  compareThreeWay,
  type Entry,
  entryKey,
  fingerprint,
  type JsonObject,
  type PlannedChange,
} from '../plan/index.ts';
import { readContents, readState, type Side } from './side.ts';

/** A change with what the entry is now and what it becomes. */
export interface PlannedStep extends PlannedChange {
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

/** What both sides changed; the contents say in what they differ. `local` is the source. */
export interface PlannedConflict extends Conflict {
  readonly here: JsonObject | null;
  readonly there: JsonObject | null;
}

/** A change that the other side made alone. */
export interface OtherChange {
  readonly kind: Entry['kind'];
  readonly id: string;
  readonly action: PlannedChange['action'];
  /** As people know it. */
  readonly name: string;
}

/** A plan as it can be saved, looked at by somebody else, and applied later. Holds no secrets. */
export interface PushPlan {
  readonly format: 'headlesspro-plan-1';
  /** URL of the target. */
  readonly target: string;
  /** The target's revision; a plan for another revision is refused. */
  readonly revision: number;
  readonly steps: readonly PlannedStep[];
  readonly conflicts: readonly PlannedConflict[];
  readonly remoteOnly: readonly OtherChange[];
}

export interface PlanOptions {
  /** The store whose state is wanted on the target. */
  readonly source: Side;
  readonly target: Side;
  /** What both agreed on last; empty before the first push. */
  readonly base: readonly Entry[];
  /** Which side wins where both changed: `local` is the source. */
  readonly prefer?: 'local' | 'remote' | undefined;
}

export interface Planned {
  readonly plan: PushPlan;
  /** What both agree on now, whatever becomes of the plan. */
  readonly base: readonly Entry[];
}

/** The title, name or file name of an entry, else its id. */
export function nameOf(content: JsonObject | null | undefined, id: string): string {
  return String(content?.title ?? content?.name ?? content?.filename ?? id);
}

async function namesOfOthers(
  comparison: Comparison,
  source: Side,
  target: Side,
): Promise<readonly OtherChange[]> {
  const deleted = comparison.remoteOnly.filter(({ action }) => action === 'delete');
  const present = comparison.remoteOnly.filter(({ action }) => action !== 'delete');
  // What the target has deleted is known to the source alone.
  const contents = new Map([
    ...(await readContents(source, deleted)),
    ...(await readContents(target, present)),
  ]);
  return comparison.remoteOnly.map((change) => ({
    ...change,
    name: nameOf(contents.get(entryKey(change)), change.id),
  }));
}

/** Compares source, target and what they last agreed on, and says what would change on the target. */
export async function makePlan({ source, target, base, prefer }: PlanOptions): Promise<Planned> {
  const [local, remote] = await Promise.all([readState(source), readState(target)]);
  const sides = { base, remote: remote.entries, local: local.entries };
  const comparison = compareThreeWay(sides, prefer);
  const [before, after] = await Promise.all([
    readContents(target, [
      ...comparison.changes.filter((change) => change.action !== 'create'),
      ...comparison.conflicts,
    ]),
    readContents(source, [
      ...comparison.changes.filter((change) => change.action !== 'delete'),
      ...comparison.conflicts,
    ]),
  ]);
  const plan: PushPlan = {
    format: 'headlesspro-plan-1',
    target: target.url,
    revision: remote.revision,
    steps: comparison.changes.map((change) => ({
      ...change,
      before: before.get(entryKey(change)) ?? null,
      after: after.get(entryKey(change)) ?? null,
    })),
    conflicts: comparison.conflicts.map((conflict) => ({
      ...conflict,
      here: after.get(entryKey(conflict)) ?? null,
      there: before.get(entryKey(conflict)) ?? null,
    })),
    remoteOnly: await namesOfOthers(comparison, source, target),
  };
  return { plan, base: agreedBase(sides) };
}

/** What both sides agree on once the plan is applied. */
export function baseAfter(base: readonly Entry[], plan: PushPlan): Entry[] {
  const agreed = new Map(base.map((entry) => [entryKey(entry), entry]));
  for (const step of plan.steps) {
    if (step.after) {
      agreed.set(entryKey(step), { kind: step.kind, id: step.id, fingerprint: fingerprint(step.after) });
    } else agreed.delete(entryKey(step));
  }
  return [...agreed.values()];
}

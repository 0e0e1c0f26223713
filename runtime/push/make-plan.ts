import {
  type Comparison,
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

/** A plan as it can be saved, looked at by somebody else, and applied later. Holds no secrets. */
export interface PushPlan {
  readonly format: 'headlesspro-plan-1';
  readonly target: string;
  /** The target's revision; a plan for another revision is refused. */
  readonly revision: number;
  readonly steps: readonly PlannedStep[];
  readonly conflicts: Comparison['conflicts'];
  readonly remoteOnly: Comparison['remoteOnly'];
}

export interface PlanOptions {
  /** The store whose state is wanted on the target. */
  readonly source: Side;
  readonly target: Side;
  /** What both agreed on last; empty before the first push. */
  readonly base: readonly Entry[];
  /** Which side wins where both changed: `local` is the source. */
  readonly prefer?: 'local' | 'remote' | undefined;
  /** Leaves entries out, the configuration when it is pulled, say. */
  readonly leaveOut?: ((entry: Pick<Entry, 'kind'>) => boolean) | undefined;
}

/** Compares source, target and what they last agreed on, and says what would change on the target. */
export async function makePlan(options: PlanOptions): Promise<PushPlan> {
  const { source, target, base, prefer, leaveOut = () => false } = options;
  const [local, remote] = await Promise.all([readState(source), readState(target)]);
  const relevant = (entries: readonly Entry[]) => entries.filter((entry) => !leaveOut(entry));
  const comparison = compareThreeWay(
    { base: relevant(base), remote: relevant(remote.entries), local: relevant(local.entries) },
    prefer,
  );
  const [before, after] = await Promise.all([
    readContents(
      target,
      comparison.changes.filter((change) => change.action !== 'create'),
    ),
    readContents(
      source,
      comparison.changes.filter((change) => change.action !== 'delete'),
    ),
  ]);
  return {
    format: 'headlesspro-plan-1',
    target: target.name,
    revision: remote.revision,
    steps: comparison.changes.map((change) => ({
      ...change,
      before: before.get(entryKey(change)) ?? null,
      after: after.get(entryKey(change)) ?? null,
    })),
    conflicts: comparison.conflicts,
    remoteOnly: comparison.remoteOnly,
  };
}

/**
 * What both sides agree on once the plan is applied: the base of the next plan. Entries that only the remote
 * changed keep their old base, so that the next plan still knows who changed them.
 */
export function baseAfter(base: readonly Entry[], plan: PushPlan, local: readonly Entry[]): Entry[] {
  const agreed = new Map(base.map((entry) => [entryKey(entry), entry]));
  const open = new Set([...plan.conflicts, ...plan.remoteOnly].map(entryKey));
  const here = new Set(local.map(entryKey));
  for (const entry of local) if (!open.has(entryKey(entry))) agreed.set(entryKey(entry), entry);
  for (const key of agreed.keys()) if (!here.has(key) && !open.has(key)) agreed.delete(key);
  for (const step of plan.steps) {
    if (step.after) {
      agreed.set(entryKey(step), { kind: step.kind, id: step.id, fingerprint: fingerprint(step.after) });
    } else agreed.delete(entryKey(step));
  }
  return [...agreed.values()];
}

import { entryKinds } from '../contract/store/plans.ts';
import { type Entry, type EntryKind, entryKey } from './entry.ts';

export type Action = 'create' | 'update' | 'delete';

/** One step of a plan. `expected` is the remote's fingerprint that the step was planned against. */
export interface PlannedChange {
  readonly kind: EntryKind;
  readonly id: string;
  readonly action: Action;
  readonly expected: string | null;
}

/** Changed on both sides, and not alike: somebody has to say which one is right. */
export interface Conflict {
  readonly kind: EntryKind;
  readonly id: string;
  readonly local: 'changed' | 'deleted' | 'created';
  readonly remote: 'changed' | 'deleted' | 'created';
}

export interface Comparison {
  readonly changes: readonly PlannedChange[];
  readonly conflicts: readonly Conflict[];
  /** Changed on the remote alone; a push leaves them as they are, `hp pull` brings them here. */
  readonly remoteOnly: readonly { readonly kind: EntryKind; readonly id: string; readonly action: Action }[];
}

type Fingerprints = ReadonlyMap<string, string>;

function byKey(entries: Iterable<Entry>): Fingerprints {
  return new Map([...entries].map((entry) => [entryKey(entry), entry.fingerprint]));
}

function movement(before: string | undefined, now: string | undefined): Action | undefined {
  if (before === now) return undefined;
  if (before === undefined) return 'create';
  return now === undefined ? 'delete' : 'update';
}

const pastTense = { create: 'created', update: 'changed', delete: 'deleted' } as const;

/** Read best in this order; in which order they are possible is for the store that applies them to know. */
function order(kind: EntryKind, action: Action): number {
  const position = entryKinds.indexOf(kind);
  return action === 'delete' ? 2 * entryKinds.length - position : position;
}

/**
 * Compares what was last pushed (`base`) with both sides. What only one side changed is taken from that side;
 * what both changed alike is no change; what both changed differently is a conflict, and never overwritten
 * unless `prefer` says which side wins. Deletions come last, in the reverse order of creation.
 */
export function compareThreeWay(
  sides: {
    readonly base: Iterable<Entry>;
    readonly remote: Iterable<Entry>;
    readonly local: Iterable<Entry>;
  },
  prefer?: 'local' | 'remote',
): Comparison {
  const base = byKey(sides.base);
  const remote = byKey(sides.remote);
  const local = byKey(sides.local);
  const changes: PlannedChange[] = [];
  const conflicts: Conflict[] = [];
  const remoteOnly: { kind: EntryKind; id: string; action: Action }[] = [];

  for (const key of new Set([...base.keys(), ...remote.keys(), ...local.keys()])) {
    const separator = key.indexOf(':');
    const kind = key.slice(0, separator) as EntryKind; // keys are made by entryKey
    const id = key.slice(separator + 1);
    const here = local.get(key);
    const there = remote.get(key);
    if (here === there) continue;
    const localMove = movement(base.get(key), here);
    const remoteMove = movement(base.get(key), there);
    if (localMove && remoteMove && !prefer) {
      conflicts.push({ kind, id, local: pastTense[localMove], remote: pastTense[remoteMove] });
      continue;
    }
    if (!localMove || (remoteMove && prefer === 'remote')) {
      if (remoteMove) remoteOnly.push({ kind, id, action: remoteMove });
      continue;
    }
    const action = movement(there, here);
    if (action) changes.push({ kind, id, action, expected: there ?? null });
  }
  changes.sort((left, right) => order(left.kind, left.action) - order(right.kind, right.action));
  return { changes, conflicts, remoteOnly };
}

/**
 * What both sides agree on: the base of the comparisons to come. Where they agree now, that; elsewhere what they
 * agreed on last, so that the next comparison still knows who changed it.
 */
export function agreedBase(sides: {
  readonly base: Iterable<Entry>;
  readonly remote: Iterable<Entry>;
  readonly local: Iterable<Entry>;
}): Entry[] {
  const agreed = new Map([...sides.base].map((entry) => [entryKey(entry), entry]));
  const remote = byKey(sides.remote);
  const local = byKey(sides.local);
  for (const key of agreed.keys()) if (!remote.has(key) && !local.has(key)) agreed.delete(key);
  for (const entry of sides.local) {
    const key = entryKey(entry);
    if (remote.get(key) === entry.fingerprint) agreed.set(key, entry);
  }
  return [...agreed.values()];
}

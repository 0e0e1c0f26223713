import type { StoreConfig } from '../config/store-config.ts';
import { describeConfigChanges, type Json } from '../plan/index.ts';
import { changedFields } from './changed-fields.ts';
import { destructionOf } from './describe-destruction.ts';
import { entryLines, nouns, otherLines, type PlanLine } from './describe-entries.ts';
import { priceLines } from './describe-prices.ts';
import { nameOf, type PlannedConflict, type PushPlan } from './make-plan.ts';

/** A plan in the user's words: one line a kind of change. */
export interface PlanDescription {
  readonly lines: readonly PlanLine[];
  /** What can't be had back by pushing again, one by one; needs a flag of its own. */
  readonly destructive: readonly string[];
  readonly conflicts: readonly string[];
  /** What the target changed alone; it stays as it is. */
  readonly remoteOnly: readonly PlanLine[];
}

/** How the two stores are called in sentences. */
export interface Places {
  /** `here` */
  readonly source: string;
  /** `on production` */
  readonly target: string;
}

const longestValue = 40;

function shown(value: Json | undefined): string {
  const text = typeof value === 'object' && value !== null ? '' : JSON.stringify(value ?? null);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function fieldDifference({ here, there }: PlannedConflict, places: Places): string {
  if (!here || !there) return '';
  const fields = changedFields(here, there);
  const simple = fields.find((field) => shown(here[field]) !== '' && shown(there[field]) !== '');
  if (!simple) return ` (${fields.join(', ')})`;
  const rest = fields.filter((field) => field !== simple);
  const more = rest.length > 0 ? `; also ${rest.join(', ')}` : '';
  return ` (${simple}: ${shown(here[simple])} ${places.source}, ${shown(there[simple])} ${places.target}${more})`;
}

function conflictLine(conflict: PlannedConflict, places: Places): string {
  const { kind, id, local, remote, here, there } = conflict;
  const name = kind === 'config' ? 'the configuration' : `${nouns[kind][0]} "${nameOf(here ?? there, id)}"`;
  const what =
    local === remote
      ? `${local} both ${places.source} and ${places.target}`
      : `${local} ${places.source}, ${remote} ${places.target}`;
  return `${name}: ${what}${fieldDifference(conflict, places)}`;
}

/** Says what a plan does, what of it destroys something, and what needs a decision. */
export function describePlan(plan: PushPlan, places: Places): PlanDescription {
  const config = plan.steps.find((step) => step.kind === 'config');
  // A configuration's content is the configuration.
  const configChanges = config
    ? describeConfigChanges(
        config.before as unknown as StoreConfig | null,
        config.after as unknown as StoreConfig | null,
      )
    : [];
  return {
    lines: [
      ...configChanges.map(
        ({ text, isDestructive }): PlanLine => ({ action: isDestructive ? 'delete' : 'update', text }),
      ),
      ...entryLines(plan.steps),
      ...priceLines(plan.steps).map((text): PlanLine => ({ action: 'update', text })),
    ],
    destructive: [
      ...configChanges.filter(({ isDestructive }) => isDestructive).map(({ text }) => text),
      ...destructionOf(plan.steps),
    ],
    conflicts: plan.conflicts.map((conflict) => conflictLine(conflict, places)),
    remoteOnly: otherLines(plan.remoteOnly),
  };
}

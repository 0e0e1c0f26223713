import type { StoreConfig } from '../config/store-config.ts';
import {
  comparePrices,
  describeConfigChanges,
  describePrices,
  type EntryKind,
  type JsonObject,
  type PlannedPrice,
} from '../plan/index.ts';
import type { PlannedStep, PushPlan } from './make-plan.ts';

/** A plan in the user's words: one line a kind of change. */
export interface PlanDescription {
  readonly lines: readonly string[];
  /** What can't be had back by pushing again; needs a flag of its own. */
  readonly destructive: readonly string[];
  readonly conflicts: readonly string[];
  readonly remoteOnly: readonly string[];
}

const nouns: Readonly<Record<EntryKind, readonly [one: string, many: string]>> = {
  config: ['configuration', 'configurations'],
  location: ['location', 'locations'],
  category: ['category', 'categories'],
  media: ['media file', 'media files'],
  product: ['product', 'products'],
  collection: ['collection', 'collections'],
  price_list: ['price list', 'price lists'],
  list_price: ['list price', 'list prices'],
};

const verbs = { create: 'created', update: 'changed', delete: 'deleted' } as const;

interface PricedVariant {
  readonly id: string;
  readonly sku?: string | null;
  readonly cost?: { readonly amount: number; readonly currency: string } | null;
  readonly prices?: readonly {
    readonly amount: number;
    readonly currency: string;
    readonly minimumQuantity?: number;
  }[];
}

function variantsOf(product: JsonObject | null): readonly PricedVariant[] {
  // The content of a product is the input of its create operation.
  return (product?.variants as unknown as readonly PricedVariant[] | undefined) ?? [];
}

function pricesOf(product: JsonObject | null): PlannedPrice[] {
  return variantsOf(product).flatMap((variant) =>
    (variant.prices ?? []).map((price) => ({
      key: `${variant.id}/${price.currency}/${price.minimumQuantity ?? 1}`,
      sku: variant.sku ?? variant.id,
      amount: price.amount,
      currency: price.currency,
      cost: variant.cost?.currency === price.currency ? variant.cost.amount : null,
    })),
  );
}

function listPriceOf(id: string, content: JsonObject | null): PlannedPrice[] {
  if (!content) return [];
  const { variantId, amount, currency } = content as { variantId: string; amount: number; currency: string };
  return [{ key: id, sku: variantId, amount, currency, cost: null }];
}

function priceLines(steps: readonly PlannedStep[]): string[] {
  const pick = (side: 'before' | 'after') =>
    steps.flatMap((step) => {
      if (step.kind === 'product' && step.action === 'update') return pricesOf(step[side]);
      return step.kind === 'list_price' ? listPriceOf(step.id, step[side]) : [];
    });
  return describePrices(comparePrices(pick('before'), pick('after')));
}

/** Below cost matters for new products too, whose prices are otherwise not news. */
function belowCostLines(steps: readonly PlannedStep[]): string[] {
  const created = steps.filter((step) => step.kind === 'product' && step.action === 'create');
  const { belowCost } = comparePrices(
    [],
    created.flatMap((step) => pricesOf(step.after)),
  );
  if (belowCost.length === 0) return [];
  const shown = belowCost.slice(0, 5).join(', ');
  return [
    `${belowCost.length} new ${belowCost.length === 1 ? 'price is' : 'prices are'} below cost: ${shown}${belowCost.length > 5 ? ', …' : ''}`,
  ];
}

function nameOf(step: PlannedStep): string {
  const content = step.after ?? step.before;
  return String(content?.title ?? content?.name ?? content?.filename ?? step.id);
}

function counted(steps: readonly PlannedStep[]): string[] {
  const lines: string[] = [];
  for (const [kind, [one, many]] of Object.entries(nouns)) {
    if (kind === 'config' || kind === 'list_price') continue;
    for (const [action, verb] of Object.entries(verbs)) {
      const matching = steps.filter((step) => step.kind === kind && step.action === action);
      if (matching.length === 0) continue;
      const names = matching.slice(0, 3).map(nameOf).join(', ');
      const more = matching.length > 3 ? ', …' : '';
      lines.push(`${matching.length} ${matching.length === 1 ? one : many} ${verb}: ${names}${more}`);
    }
  }
  return lines;
}

/** Says what a plan does, what of it destroys something, and what needs a decision. */
export function describePlan(plan: PushPlan): PlanDescription {
  const configStep = plan.steps.find((step) => step.kind === 'config');
  // A configuration's content is the configuration.
  const configChanges = configStep?.after
    ? describeConfigChanges(
        configStep.before as unknown as StoreConfig | null,
        configStep.after as unknown as StoreConfig,
      )
    : [];
  const deletions = plan.steps.filter((step) => step.action === 'delete');
  return {
    lines: [
      ...configChanges.map((change) => change.text),
      ...counted(plan.steps),
      ...priceLines(plan.steps),
      ...belowCostLines(plan.steps),
    ],
    destructive: [
      ...configChanges.filter((change) => change.isDestructive).map((change) => change.text),
      ...counted(deletions),
    ],
    conflicts: plan.conflicts.map(
      ({ kind, id, local, remote }) => `${nouns[kind][0]} ${id}: ${local} here, ${remote} on the target`,
    ),
    remoteOnly: plan.remoteOnly.map(
      ({ kind, id, action }) =>
        `${nouns[kind][0]} ${id} was ${verbs[action]} on the target only; it stays as it is`,
    ),
  };
}

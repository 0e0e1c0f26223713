import type { JsonObject } from '../plan/index.ts';
import { nouns } from './describe-entries.ts';
import { nameOf, type PlannedStep } from './make-plan.ts';

function variantsOf(content: JsonObject | null): readonly JsonObject[] {
  return (content?.variants ?? []) as readonly JsonObject[]; // of a product's create operation
}

function removedVariants({ before, after, id }: PlannedStep): string[] {
  const kept = new Set(variantsOf(after).map((variant) => variant.id));
  return variantsOf(before)
    .filter((variant) => !kept.has(variant.id))
    .map(
      (variant) =>
        `variant ${String(variant.sku ?? variant.id)} of "${nameOf(before, id)}" is removed, with its stock`,
    );
}

/** What can't be had back by pushing again, one by one. The configuration has words of its own. */
export function destructionOf(steps: readonly PlannedStep[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'config') return [];
    if (step.action === 'delete') {
      return [`${nouns[step.kind][0]} "${nameOf(step.before, step.id)}" is deleted`];
    }
    return step.kind === 'product' && step.action === 'update' ? removedVariants(step) : [];
  });
}

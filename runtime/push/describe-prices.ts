import { comparePrices, describePrices, type JsonObject, type PlannedPrice } from '../plan/index.ts';
import type { PlannedStep } from './make-plan.ts';

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

function pricesOf(product: JsonObject | null): PlannedPrice[] {
  // The content of a product is the input of its create operation.
  const variants = (product?.variants ?? []) as unknown as readonly PricedVariant[];
  return variants.flatMap((variant) =>
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

/** Below cost matters for new products too, whose prices are otherwise not news. */
function newBelowCost(steps: readonly PlannedStep[]): string[] {
  const created = steps.filter((step) => step.kind === 'product' && step.action === 'create');
  const { belowCost } = comparePrices(
    [],
    created.flatMap((step) => pricesOf(step.after)),
  );
  if (belowCost.length === 0) return [];
  const shown = belowCost.slice(0, 5).join(', ');
  const more = belowCost.length > 5 ? ', …' : '';
  const prices = belowCost.length === 1 ? 'new price is' : 'new prices are';
  return [`${belowCost.length.toLocaleString('en')} ${prices} below cost: ${shown}${more}`];
}

/** What happens to prices: "312 prices change (300 lower, 12 higher)", "4 prices fall below cost: …". */
export function priceLines(steps: readonly PlannedStep[]): string[] {
  const pick = (side: 'before' | 'after') =>
    steps.flatMap((step) => {
      if (step.kind === 'product' && step.action === 'update') return pricesOf(step[side]);
      return step.kind === 'list_price' ? listPriceOf(step.id, step[side]) : [];
    });
  return [...describePrices(comparePrices(pick('before'), pick('after'))), ...newBelowCost(steps)];
}

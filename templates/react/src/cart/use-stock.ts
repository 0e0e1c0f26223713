import type { CartLine } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';

/** How many can be had of each variant that is scarce, by its id; empty until that is known. */
export function useStock(lines: readonly CartLine[]): ReadonlyMap<string, number> {
  const { api } = useStore();
  const { currency } = usePreferences();
  const scarce = lines.filter(({ problems }) => problems.some(({ code }) => code === 'insufficient_stock'));
  const ids = [...new Set(scarce.map(({ variantId }) => variantId))];
  const { data } = useLoaded(JSON.stringify([ids, currency]), async (signal) => {
    if (ids.length === 0) return [];
    const variants = ids.map((variantId) => ({ variantId, quantity: 1 }));
    return (await api.catalog.variants.quote({ variants, currency }, { signal })).quotes;
  });
  return new Map(
    data?.flatMap(({ variantId, availability }) =>
      availability?.quantity == null ? [] : [[variantId, Math.max(0, availability.quantity)]],
    ),
  );
}

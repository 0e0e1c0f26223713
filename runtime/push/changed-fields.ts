import { fingerprint, type Json, type JsonObject } from '../plan/index.ts';

/** Names of the properties in which two contents differ. */
export function changedFields(before: JsonObject | null, after: JsonObject | null): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const differs = (name: string) =>
    fingerprint(before?.[name] ?? null) !== fingerprint(after?.[name] ?? null);
  return [...names].filter(differs);
}

function withoutPrices(content: JsonObject | null): JsonObject | null {
  if (!content || !Array.isArray(content.variants)) return content;
  const variants = (content.variants as readonly JsonObject[]).map((variant) => {
    const { prices: _, ...rest } = variant;
    return rest as Json;
  });
  return { ...content, variants };
}

/** As `changedFields`, without what is told of prices anyway. */
export function changedBesidePrices(before: JsonObject | null, after: JsonObject | null): string[] {
  return changedFields(withoutPrices(before), withoutPrices(after));
}

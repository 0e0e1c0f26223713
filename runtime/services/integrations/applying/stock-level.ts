import { operationOf } from '../../../contract/operation-of.ts';
import { findVariant } from './find-variant.ts';
import { type Apply, NotApplicable } from './outcome.ts';
import { outcomeOfItems } from './partly.ts';
import { partnerRecords, putRecord, recordId, timeOf } from './partner-records.ts';

/** A partner's count: what was told last, by its own time, holds. */
export const stockLevel: Apply<'stock.level'> = async (context, { key, locations }, data, facts) => {
  const asOf = timeOf(data.asOf, facts.receivedAt);
  const unknown: string[] = [];
  const stale: string[] = [];
  const adjustments: { variantId: string; locationId: string; onHand: number; sku: string }[] = [];
  for (const { sku, onHand, locationId = locations[0] } of data.items) {
    if (!locationId)
      throw new NotApplicable(`It names no location for ${sku}, and the integration keeps none.`);
    if (locations.length > 0 && !locations.includes(locationId)) {
      throw new NotApplicable(`The location ${locationId} is not one of the integration's.`);
    }
    const id = recordId(key, 'stock', `${locationId}:${sku}`);
    const before = await context.store.get(partnerRecords, id, { lock: true });
    if (before?.asOf && before.asOf >= asOf) {
      stale.push(sku);
      continue;
    }
    const variant = await findVariant(context, sku);
    if (!variant) {
      unknown.push(sku);
      continue;
    }
    adjustments.push({ variantId: variant.variantId, locationId, onHand, sku });
    await putRecord(context, key, id, { asOf });
  }
  if (adjustments.length > 0) {
    const { results } = await context.call(operationOf(context, 'catalog.inventory.adjustMany'), {
      adjustments: adjustments.map(({ sku: _sku, ...count }) => ({
        ...{ ...count, reason: 'counted' as const, note: `Told by ${key}.` },
        reference: facts.messageId,
      })),
    });
    for (const { index, problem } of results) {
      if (problem)
        throw new NotApplicable(`The stock of ${adjustments[index]?.sku} was refused: ${problem.detail}`);
    }
  }
  return outcomeOfItems(data.items.length, unknown, stale);
};

import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { CallbackData } from '../../../contract/integrations/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { countsByPlace, type StockCount } from '../counts-by-place.ts';
import { findVariant } from './find-variant.ts';
import { type Apply, NotApplicable } from './outcome.ts';
import { requireOwnLocation } from './own-references.ts';
import { outcomeOfItems } from './partly.ts';
import { partnerRecords, putRecord, recordId, timeOf } from './partner-records.ts';

/** Where each is counted: a location of the partner's, the first unless it names one. */
function placed(
  integration: Pick<IntegrationConfig, 'locations'>,
  items: CallbackData<'stock.level'>['items'],
): readonly StockCount[] {
  return items.map(({ sku, onHand, locationId: named }) => {
    const locationId = named ?? integration.locations[0];
    if (!locationId)
      throw new NotApplicable(`It names no location for ${sku}, and the integration keeps none.`);
    requireOwnLocation(integration, locationId);
    return { sku, onHand, locationId };
  });
}

/** A partner's count: what was told last, by its own time, holds. */
export const stockLevel: Apply<'stock.level'> = async (context, integration, data, facts) => {
  const { key } = integration;
  const asOf = timeOf(data.asOf, facts.receivedAt);
  const unknown: string[] = [];
  const stale: string[] = [];
  const adjustments: { variantId: string; locationId: string; onHand: number; sku: string }[] = [];
  const counts = countsByPlace(placed(integration, data.items));
  for (const { sku, onHand, locationId } of counts.values()) {
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
  return outcomeOfItems(counts.size, unknown, stale);
};

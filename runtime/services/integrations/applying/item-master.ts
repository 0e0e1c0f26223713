import { operationOf } from '../../../contract/operation-of.ts';
import { findVariant } from './find-variant.ts';
import type { Apply } from './outcome.ts';
import { outcomeOfItems } from './partly.ts';
import { partnerRecords, putRecord, recordId, timeOf } from './partner-records.ts';

/** Facts of items that an ERP keeps, written to the variants with their SKUs. What it does not name stays. */
export const itemMaster: Apply<'item.master'> = async (context, { key }, data, { receivedAt }) => {
  const asOf = timeOf(data.asOf, receivedAt);
  const update = operationOf(context, 'catalog.variants.update');
  const unknown: string[] = [];
  const stale: string[] = [];
  for (const { sku, barcode, weight, dimensions, requiresShipping, taxClass, cost } of data.items) {
    const id = recordId(key, 'item', sku);
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
    const facts = { barcode, weight, dimensions, requiresShipping, taxClass, cost };
    const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    await context.call(update, { ...variant, ...told });
    await putRecord(context, key, id, { asOf });
  }
  return outcomeOfItems(data.items.length, unknown, stale);
};

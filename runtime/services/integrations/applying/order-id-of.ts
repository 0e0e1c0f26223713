import type { Context } from '../../../context/context.ts';
import type { Meaning } from '../callbacks/map-callback.ts';
import { findOrder } from './find-order.ts';
import { NotApplicable } from './outcome.ts';
import { partnerRecords, recordId } from './partner-records.ts';

/**
 * The order that a callback is about, as far as it names one that is here, so that what failed is found with the order
 * and forgotten with it.
 */
export async function orderIdOf(
  context: Context,
  key: string,
  { data }: Meaning,
): Promise<string | undefined> {
  if ('order' in data && data.order !== undefined) {
    try {
      return (await findOrder(context, data.order)).id;
    } catch (error) {
      if (error instanceof NotApplicable) return undefined;
      throw error;
    }
  }
  if (!('shipmentId' in data)) return undefined;
  const record = await context.store.get(partnerRecords, recordId(key, 'shipment', data.shipmentId));
  return record?.orderId ?? undefined;
}

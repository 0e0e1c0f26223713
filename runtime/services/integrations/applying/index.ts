import type { IntegrationCallback } from '../../../config/integration-input.ts';
import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import type { Meaning } from '../callbacks/map-callback.ts';
import { invoicePosted } from './invoice-posted.ts';
import { itemMaster } from './item-master.ts';
import { orderRefused } from './order-refused.ts';
import type { Applied, Apply, CallbackFacts } from './outcome.ts';
import { shipmentCreated } from './shipment-created.ts';
import { shipmentCancelled, shipmentDelivered, trackingUpdated } from './shipment-moves.ts';
import { stockLevel } from './stock-level.ts';

const applying: { readonly [As in IntegrationCallback]: Apply<As> } = {
  'shipment.created': shipmentCreated,
  'shipment.tracking_updated': trackingUpdated,
  'shipment.delivered': shipmentDelivered,
  'shipment.cancelled': shipmentCancelled,
  'order.refused': orderRefused,
  'stock.level': stockLevel,
  'item.master': itemMaster,
  'invoice.posted': invoicePosted,
};

/** Does what a callback says. */
export function applyMeaning(
  context: Context,
  integration: IntegrationConfig,
  { as, data }: Meaning,
  facts: CallbackFacts,
): Promise<Applied> {
  // The pair of a name and its data is one of `Meaning`; the table has the function for that very pair.
  const apply = applying[as] as Apply<typeof as>;
  return apply(context, integration, data as never, facts);
}

import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { FoundOrder } from './find-order.ts';
import { NotApplicable } from './outcome.ts';

type Located = Pick<IntegrationConfig, 'locations'>;

/** A partner speaks of its own locations alone; one for which none is declared, of any. */
function isOwn({ locations }: Located, locationId: string): boolean {
  return locations.length === 0 || locations.includes(locationId);
}

/** @throws {NotApplicable} where a partner names a location that is not its own. */
export function requireOwnLocation(integration: Located, locationId: string): void {
  if (isOwn(integration, locationId)) return;
  throw new NotApplicable(`The location ${locationId} is not one of the integration's.`);
}

/**
 * The fulfilment that a partner names, which must be of the order that it names, and sent from one of its locations.
 * @throws {NotApplicable} where it is of another one, or another partner's.
 */
export async function ownFulfilment(
  context: Context,
  integration: Located,
  { id, number }: Pick<FoundOrder, 'id' | 'number'>,
  fulfilmentId: string,
) {
  const found = await context.call(operationOf(context, 'orders.fulfilments.get'), { fulfilmentId });
  if (found.orderId !== id) {
    throw new NotApplicable(`The fulfilment ${found.number} is not of order ${number}.`);
  }
  // One that is planned without a location is whose it is that takes it.
  if (found.locationId === null || isOwn(integration, found.locationId)) return found;
  throw new NotApplicable(
    `The fulfilment ${found.number} is sent from ${found.locationId}, which is not one of the integration's.`,
  );
}

import type { Fulfilment, Order } from '../headlesspro/storefront.js';

export type StepName =
  | 'placed'
  | 'review'
  | 'confirmed'
  | 'shipped'
  | 'partlyShipped'
  | 'delivered'
  | 'cancelled';

export interface OrderStep {
  readonly name: StepName;
  /** RFC 3339; null where it has not happened. */
  readonly at: string | null;
}

/** The way of an order from being placed to being delivered, with what has happened of it. */
export function orderSteps(order: Order, fulfilments: readonly Fulfilment[]): readonly OrderStep[] {
  const { state, placedAt, confirmedAt, cancelledAt, fulfilmentState, lines } = order;
  const placed: OrderStep = { name: 'placed', at: placedAt };
  if (state === 'cancelled') return [placed, { name: 'cancelled', at: cancelledAt }];
  const accepted: OrderStep =
    state === 'review' ? { name: 'review', at: null } : { name: 'confirmed', at: confirmedAt };
  if (!lines.some(({ requiresShipping }) => requiresShipping)) return [placed, accepted];
  const parcels = fulfilments.filter(({ state: parcel }) => parcel !== 'cancelled');
  const isPartly = fulfilmentState === 'partially_fulfilled';
  const shipped = latest(parcels.map(({ shippedAt }) => shippedAt));
  const isDelivered =
    fulfilmentState === 'fulfilled' && parcels.every(({ deliveredAt }) => deliveredAt !== null);
  return [
    ...[placed, accepted],
    { name: isPartly ? 'partlyShipped' : 'shipped', at: fulfilmentState === 'unfulfilled' ? null : shipped },
    { name: 'delivered', at: isDelivered ? latest(parcels.map(({ deliveredAt }) => deliveredAt)) : null },
  ];
}

function latest(times: readonly (string | null)[]): string | null {
  return (
    times
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null
  );
}

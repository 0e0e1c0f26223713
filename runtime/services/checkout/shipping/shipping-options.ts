import type { ShippingMethodConfig, StoreConfig } from '../../../config/store-config.ts';
import { matchingZone } from '../matching-zone.ts';
import type { CheckoutPorts } from '../ports.ts';
import type { Parcel } from './rate-provider.ts';
import { isFree, shippingRate } from './shipping-rate.ts';

/** A way to deliver a parcel, with what it costs in minor units before discounts. */
export interface ShippingOffer {
  readonly method: Pick<ShippingMethodConfig, 'key' | 'name' | 'kind' | 'locationId'>;
  readonly amount: number;
  readonly deliveryDays: { readonly from: number; readonly to: number } | null;
}

async function offerOf(
  method: ShippingMethodConfig,
  parcel: Parcel,
  { rateProviders }: CheckoutPorts,
): Promise<ShippingOffer | undefined> {
  if (method.kind !== 'carrier') {
    const amount = shippingRate(method, parcel);
    return amount === undefined ? undefined : { method, amount, deliveryDays: method.deliveryDays };
  }
  const rate = await rateProviders[method.provider ?? '']?.rate(method.key, parcel);
  if (!rate) return undefined;
  const amount = isFree(method, parcel.currency, parcel.goods) ? 0 : rate.amount;
  return { method, amount, deliveryDays: rate.deliveryDays ?? method.deliveryDays };
}

/** The ways to deliver a parcel to where it goes, cheapest first. */
export async function shippingOffers(
  config: StoreConfig,
  parcel: Parcel,
  ports: CheckoutPorts,
): Promise<ShippingOffer[]> {
  const zone = matchingZone(config.shipping.zones, parcel.destination);
  const offers = await Promise.all((zone?.methods ?? []).map((method) => offerOf(method, parcel, ports)));
  return offers.filter((offer) => offer !== undefined).toSorted((one, other) => one.amount - other.amount);
}

/** The offer of one method; undefined where it doesn't deliver there, or not this. */
export async function shippingOffer(
  config: StoreConfig,
  key: string,
  parcel: Parcel,
  ports: CheckoutPorts,
): Promise<ShippingOffer | undefined> {
  const zone = matchingZone(config.shipping.zones, parcel.destination);
  const method = zone?.methods.find((candidate) => candidate.key === key);
  return method && offerOf(method, parcel, ports);
}

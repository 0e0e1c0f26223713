import type { ShippingMethodConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
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

type Asking = Pick<Context, 'ask' | 'config' | 'log'>;

async function offerOf(
  context: Asking,
  method: ShippingMethodConfig,
  parcel: Parcel,
  { rateProvider }: CheckoutPorts,
): Promise<ShippingOffer | undefined> {
  const declared = shippingRate(method, parcel);
  const asDeclared =
    declared === undefined ? undefined : { method, amount: declared, deliveryDays: method.deliveryDays };
  if (method.kind !== 'carrier' || method.provider === null) return asDeclared;
  const word = await rateProvider.rate(method.provider, method.key, parcel, context);
  if ('fault' in word) {
    const { key, provider } = method;
    context.log.warn({ method: key, carrier: provider, fault: word.fault }, 'A carrier gave no rate.');
    return asDeclared;
  }
  if (!word.rate) return undefined;
  const amount = isFree(method, parcel.currency, parcel.goods) ? 0 : word.rate.amount;
  return { method, amount, deliveryDays: word.rate.deliveryDays ?? method.deliveryDays };
}

/** The ways to deliver a parcel to where it goes, cheapest first. */
export async function shippingOffers(
  context: Asking,
  parcel: Parcel,
  ports: CheckoutPorts,
): Promise<ShippingOffer[]> {
  const zone = matchingZone(context.config.shipping.zones, parcel.destination);
  const offers = await Promise.all(
    (zone?.methods ?? []).map((method) => offerOf(context, method, parcel, ports)),
  );
  return offers.filter((offer) => offer !== undefined).toSorted((one, other) => one.amount - other.amount);
}

/** The offer of one method; undefined where it doesn't deliver there, or not this. */
export async function shippingOffer(
  context: Asking,
  key: string,
  parcel: Parcel,
  ports: CheckoutPorts,
): Promise<ShippingOffer | undefined> {
  const zone = matchingZone(context.config.shipping.zones, parcel.destination);
  const method = zone?.methods.find((candidate) => candidate.key === key);
  return method && offerOf(context, method, parcel, ports);
}

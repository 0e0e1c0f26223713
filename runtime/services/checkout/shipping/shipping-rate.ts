import type { ShippingMethodConfig } from '../../../config/store-config.ts';
import type { Parcel } from './rate-provider.ts';

/** What a method costs, in minor units; undefined where it has no rate for the currency, or none so low. */
export function shippingRate(
  method: ShippingMethodConfig,
  { currency, weight, goods }: Pick<Parcel, 'currency' | 'weight' | 'goods'>,
): number | undefined {
  const basis = method.kind === 'weight' ? weight : method.kind === 'price' ? goods : 0;
  const tier = method.rates[currency]?.findLast(({ from }) => from <= basis);
  if (!tier) return undefined;
  return isFree(method, currency, goods) ? 0 : tier.amount;
}

/** Whether the goods reach the amount from which the method costs nothing. */
export function isFree(method: ShippingMethodConfig, currency: string, goods: number): boolean {
  const freeFrom = method.freeFrom[currency];
  return freeFrom !== undefined && goods >= freeFrom;
}

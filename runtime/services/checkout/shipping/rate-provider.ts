import type { Context } from '../../../context/context.ts';
import type { Destination } from '../matching-zone.ts';

/** What is to be sent. */
export interface Parcel {
  readonly currency: string;
  readonly destination: Destination & { readonly postalCode: string | null };
  /** Grams. */
  readonly weight: number;
  /** Minor units of goods after discounts, in the terms of their prices. */
  readonly goods: number;
}

interface CarrierRate {
  /** Minor units. */
  readonly amount: number;
  readonly deliveryDays: { readonly from: number; readonly to: number } | null;
}

/** What a carrier said: a rate; undefined where it doesn't go there; or why it did not say. */
export type CarrierWord = { readonly rate: CarrierRate | undefined } | { readonly fault: string };

/** Says what sending a parcel with a carrier costs: by a service that the configuration names. */
export interface RateProvider {
  /** @param carrier Its key. */
  rate(
    carrier: string,
    methodKey: string,
    parcel: Parcel,
    context: Pick<Context, 'ask'>,
  ): Promise<CarrierWord>;
}

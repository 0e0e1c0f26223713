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

export interface CarrierRate {
  /** Minor units. */
  readonly amount: number;
  readonly deliveryDays: { readonly from: number; readonly to: number } | null;
}

/** A carrier that says what sending a parcel costs; undefined where it doesn't go there. */
export interface RateProvider {
  rate(methodKey: string, parcel: Parcel): Promise<CarrierRate | undefined>;
}

import type { CarrierConfig } from './asked-service-config.ts';
import type { PlacesConfig } from './store-config.ts';

/** Where is sent to, and what that costs. */
export interface ShippingConfig {
  readonly zones: readonly ShippingZoneConfig[];
  readonly carriers: readonly CarrierConfig[];
}

export interface ShippingZoneConfig extends PlacesConfig {
  readonly key: string;
  readonly name: string;
  readonly methods: readonly ShippingMethodConfig[];
}

export interface ShippingMethodConfig {
  /** Unique in the store: carts name it. */
  readonly key: string;
  readonly name: string;
  readonly kind: ShippingMethodKind;
  /** By currency, lowest `from` first. A currency left out is not served. Of a carrier: where it doesn't answer. */
  readonly rates: Readonly<Record<string, readonly ShippingTier[]>>;
  /** By currency: from this amount of goods on, in minor units, it costs nothing. */
  readonly freeFrom: Readonly<Record<string, number>>;
  readonly deliveryDays: { readonly from: number; readonly to: number } | null;
  /** For `pickup`: the id of the location. */
  readonly locationId: string | null;
  /** For `carrier`: the key of the carrier that is asked. */
  readonly provider: string | null;
}

export type ShippingMethodKind = 'flat' | 'weight' | 'price' | 'pickup' | 'carrier';

export interface ShippingTier {
  /** Grams for `weight`; minor units of goods after discounts for `price`; 0 otherwise. */
  readonly from: number;
  /** Minor units. */
  readonly amount: number;
}

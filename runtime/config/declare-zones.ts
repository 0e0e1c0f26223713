import type { Config, ShippingMethodInput, TaxesInput } from './define-config.ts';
import type { PlacesConfig, ShippingMethodConfig, ShippingZoneConfig, TaxesConfig } from './store-config.ts';

function declarePlaces({ countries, regions }: PlacesConfig) {
  return {
    ...(countries.length > 0 ? { countries } : {}),
    ...(regions.length > 0 ? { regions } : {}),
  };
}

/** The inverse of `completeTaxes`. */
export function declareTaxes({ classes, zones }: TaxesConfig): TaxesInput {
  const declared = zones.map(({ key, name, rates, shippingClass, ...places }) => [
    key,
    { name, ...declarePlaces(places), rates, shipping: shippingClass },
  ]);
  return { classes, ...(zones.length > 0 ? { zones: Object.fromEntries(declared) } : {}) };
}

function declareMethod(method: ShippingMethodConfig): ShippingMethodInput {
  const { name, kind, rates, freeFrom, deliveryDays, locationId, provider } = method;
  const isTiered = kind === 'weight' || kind === 'price';
  const declared = Object.entries(rates).map(([currency, tiers]) => [
    currency,
    isTiered ? tiers : (tiers[0]?.amount ?? 0),
  ]);
  return {
    name,
    kind,
    ...(declared.length > 0 ? { rates: Object.fromEntries(declared) } : {}),
    ...(Object.keys(freeFrom).length > 0 ? { freeFrom } : {}),
    ...(deliveryDays ? { deliveryDays } : {}),
    ...(locationId === null ? {} : { location: locationId }),
    ...(provider === null ? {} : { provider }),
  };
}

/** The inverse of `completeShippingZones`. */
export function declareShippingZones(
  zones: readonly ShippingZoneConfig[],
): NonNullable<NonNullable<Config['shipping']>['zones']> {
  return Object.fromEntries(
    zones.map(({ key, name, methods, ...places }) => [
      key,
      {
        name,
        ...declarePlaces(places),
        methods: Object.fromEntries(methods.map((method) => [method.key, declareMethod(method)])),
      },
    ]),
  );
}

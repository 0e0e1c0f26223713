import type { AskedServiceInput } from './asked-service-input.ts';
import type { ShippingInput, ShippingMethodInput, TaxesInput } from './define-config.ts';
import type {
  CarrierConfig,
  PlacesConfig,
  ShippingMethodConfig,
  StoreConfig,
  TaxesConfig,
} from './store-config.ts';

function declarePlaces({ countries, regions }: PlacesConfig) {
  return {
    ...(countries.length > 0 ? { countries } : {}),
    ...(regions.length > 0 ? { regions } : {}),
  };
}

function declareAsked({ url, secrets }: Omit<CarrierConfig, 'key'>): AskedServiceInput {
  return { url, token: { env: secrets.token } };
}

/** The inverse of `completeTaxes`. */
export function declareTaxes({ classes, zones, engine }: TaxesConfig): TaxesInput {
  const declared = zones.map(({ key, name, rates, shippingClass, ...places }) => [
    key,
    { name, ...declarePlaces(places), rates, shipping: shippingClass },
  ]);
  return {
    classes,
    ...(zones.length > 0 ? { zones: Object.fromEntries(declared) } : {}),
    ...(engine ? { engine: { ...declareAsked(engine), otherwise: engine.otherwise } } : {}),
  };
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

/** The inverse of `completeShipping`. */
export function declareShipping({ zones, carriers }: StoreConfig['shipping']): ShippingInput {
  const declared = zones.map(({ key, name, methods, ...places }) => [
    key,
    {
      ...{ name, ...declarePlaces(places) },
      methods: Object.fromEntries(methods.map((method) => [method.key, declareMethod(method)])),
    },
  ]);
  const asked = carriers.map(({ key, ...carrier }) => [key, declareAsked(carrier)]);
  return {
    ...(zones.length > 0 ? { zones: Object.fromEntries(declared) } : {}),
    ...(carriers.length > 0 ? { carriers: Object.fromEntries(asked) } : {}),
  };
}

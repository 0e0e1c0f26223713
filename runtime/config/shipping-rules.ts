import type { FieldError } from '../contract/problem.ts';
import { unknownName } from '../validation/index.ts';
import type { ShippingInput, ShippingMethodInput } from './define-config.ts';
import { placeFaults } from './place-rules.ts';
import type { ShippingMethodConfig, StoreConfig } from './store-config.ts';

function completeMethod([key, input]: [string, ShippingMethodInput]): ShippingMethodConfig {
  const rates = Object.entries(input.rates ?? {}).map(([currency, rate]) => [
    currency,
    typeof rate === 'number' ? [{ from: 0, amount: rate }] : rate.map((tier) => ({ ...tier })),
  ]);
  return {
    key,
    name: input.name ?? key,
    kind: input.kind ?? 'flat',
    rates: Object.fromEntries(rates),
    freeFrom: { ...input.freeFrom },
    deliveryDays: input.deliveryDays ? { ...input.deliveryDays } : null,
    locationId: input.location ?? null,
    provider: input.provider ?? null,
  };
}

/** Shipping with every setting filled in. */
export function completeShipping({ zones = {}, carriers = {} }: ShippingInput = {}): StoreConfig['shipping'] {
  return {
    zones: Object.entries(zones).map(([key, zone]) => ({
      key,
      name: zone.name ?? key,
      countries: [...(zone.countries ?? [])],
      regions: [...(zone.regions ?? [])],
      methods: Object.entries(zone.methods).map(completeMethod),
    })),
    carriers: Object.entries(carriers).map(([key, { url, token }]) => ({
      ...{ key, url, secrets: { token: token.env } },
    })),
  };
}

function methodFaults(
  pointer: string,
  method: ShippingMethodConfig,
  currencies: readonly string[],
  carriers: readonly string[],
): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (setting: string, message: string) =>
    faults.push({ pointer: `${pointer}${setting}`, message });
  const { kind, rates, freeFrom, deliveryDays, locationId, provider } = method;
  for (const [setting, amounts] of [['rates', rates] as const, ['freeFrom', freeFrom] as const]) {
    for (const currency of Object.keys(amounts)) {
      if (!currencies.includes(currency)) {
        fault(`/${setting}/${currency}`, unknownName(currency, 'currency', currencies));
      }
    }
  }
  for (const [currency, tiers] of Object.entries(rates)) {
    const isTiered = kind === 'weight' || kind === 'price';
    if (!isTiered && (tiers.length > 1 || tiers[0]?.from !== 0)) {
      fault(`/rates/${currency}`, 'tiers go with the kinds weight and price only; give one amount.');
    }
    const isSorted = tiers.every((tier, index) => tier.from > (tiers[index - 1]?.from ?? -1));
    if (!isSorted) fault(`/rates/${currency}`, 'tiers must be sorted by "from", each of them once.');
  }
  if (kind !== 'carrier' && Object.keys(rates).length === 0) fault('', 'needs "rates".');
  if (kind === 'carrier' && provider === null) fault('', 'a method of kind carrier needs "provider".');
  if (kind === 'carrier' && provider !== null && !carriers.includes(provider))
    fault('/provider', unknownName(provider, 'carrier', carriers));
  if (kind !== 'carrier' && provider !== null)
    fault('/provider', '"provider" goes with the kind carrier only.');
  if (kind === 'pickup' && locationId === null) fault('', 'a method of kind pickup needs "location".');
  if (kind !== 'pickup' && locationId !== null)
    fault('/location', '"location" goes with the kind pickup only.');
  if (deliveryDays && deliveryDays.from > deliveryDays.to) {
    fault('/deliveryDays/from', `must not be above "to" (${deliveryDays.to}).`);
  }
  return faults;
}

/** Faults of shipping that its shape alone can't show. */
export function shippingFaults(
  { zones, carriers }: StoreConfig['shipping'],
  currencies: readonly string[],
): FieldError[] {
  const carrierKeys = carriers.map(({ key }) => key);
  const first = new Map<string, string>();
  const inMethods = zones.flatMap((zone) =>
    zone.methods.flatMap((method) => {
      const pointer = `/shipping/zones/${zone.key}/methods/${method.key}`;
      const holder = first.get(method.key);
      first.set(method.key, holder ?? zone.key);
      const taken =
        holder === undefined
          ? []
          : [{ pointer, message: `is the key of a method in the zone "${holder}" already; choose another.` }];
      return [...taken, ...methodFaults(pointer, method, currencies, carrierKeys)];
    }),
  );
  return [...inMethods, ...placeFaults('/shipping/zones', zones)];
}

import type { StoreConfig } from '../../../config/store-config.ts';
import type { CountryRules } from './country-rules.ts';

/** What a form for addresses of a country must know: which fields it can't do without. */
export function countryForm(code: string, rules: CountryRules, { shipping }: StoreConfig) {
  const isDeliveredTo = shipping.zones.some(
    ({ countries, regions }) =>
      countries.includes(code) ||
      countries.includes('*') ||
      regions.some((region) => region.startsWith(`${code}-`)),
  );
  return {
    ...{ code, isDeliveredTo },
    requiredFields: [
      ...(['lastName', 'addressLine1'] as const),
      ...(rules.needsCity ? (['city'] as const) : []),
      ...(rules.needsRegion ? (['region'] as const) : []),
      ...(rules.needsPostalCode ? (['postalCode'] as const) : []),
    ],
  };
}

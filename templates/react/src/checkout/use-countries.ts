import type { AddressCountry, AddressRegion } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';

export interface NamedCountry extends AddressCountry {
  readonly name: string;
}

/** The countries with what each asks of an address, by their names in the visitor's language. */
export function useCountries(): readonly NamedCountry[] {
  const { api, url } = useStore();
  const { locale } = usePreferences();
  const { data } = useLoaded(`countries ${url}`, (signal) =>
    api.checkout.addresses.listCountries({ signal }),
  );
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (data?.countries ?? [])
    .map((country) => ({ ...country, name: names.of(country.code) ?? country.code }))
    .sort((left, right) => left.name.localeCompare(right.name, locale));
}

/** Regions to choose from, where the country's addresses name one. */
export function useRegions(country: AddressCountry | undefined): readonly AddressRegion[] {
  const { api, url } = useStore();
  const code = country?.requiredFields.includes('region') ? country.code : undefined;
  const { data, status } = useLoaded(`regions ${url} ${code}`, async (signal) =>
    code === undefined ? [] : (await api.checkout.addresses.getCountry(code, { signal })).regions,
  );
  return status === 'ready' ? data : [];
}

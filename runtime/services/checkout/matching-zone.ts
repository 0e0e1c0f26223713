import type { PlacesConfig } from '../../config/store-config.ts';

/** Where something is sent to, as far as it is known. `region` is the part of ISO 3166-2 after the country. */
export interface Destination {
  readonly country: string | null;
  readonly region: string | null;
}

/** The zone of a destination: that of its region, else of its country, else of everywhere. */
export function matchingZone<Zone extends PlacesConfig>(
  zones: readonly Zone[],
  { country, region }: Destination,
): Zone | undefined {
  if (country === null) return undefined;
  return (
    zones.find(({ regions }) => region !== null && regions.includes(`${country}-${region}`)) ??
    zones.find(({ countries }) => countries.includes(country)) ??
    zones.find(({ countries }) => countries.includes('*'))
  );
}

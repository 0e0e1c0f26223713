/** What the country of an address demands. Data of libraries, but for which fields are needed. */
export interface CountryRules {
  /** Whether a text in upper case has the form of a postal code; undefined where none is known. */
  readonly isPostalCode: ((text: string) => boolean) | undefined;
  /** Codes of ISO 3166-2 without the country; empty where none are known. */
  readonly regions: readonly string[];
  readonly needsRegion: boolean;
  readonly needsCity: boolean;
}

// Which fields a country needs is what Google's address data (libaddressinput, `require`) says.
const needRegion = 'AE AU BR CA CN ES HK ID IN IT JP KR MX TW US'.split(' ');
const needNoCity = 'AE HK ID JP SG'.split(' ');

interface Data {
  readonly postalCodes: typeof import('postcode-validator');
  readonly regions: ReadonlyMap<string, readonly string[]>;
}

let loading: Promise<Data> | undefined;

/** The libraries' data are large, and few requests need them: they are loaded with the first that does. */
async function load(): Promise<Data> {
  const [postalCodes, { default: countries }] = await Promise.all([
    import('postcode-validator'),
    import('country-region-data/data.json', { with: { type: 'json' } }),
  ]);
  const regions = countries.map(
    (country) =>
      [
        country.countryShortCode,
        country.regions.flatMap((region) => ('shortCode' in region ? [region.shortCode] : [])),
      ] as const,
  );
  return { postalCodes, regions: new Map(regions) };
}

/** Undefined where there is no such country. */
export async function countryRules(country: string): Promise<CountryRules | undefined> {
  loading ??= load();
  const { postalCodes, regions } = await loading;
  const known = regions.get(country);
  if (!known) return undefined;
  return {
    isPostalCode: postalCodes.postcodeValidatorExistsForCountry(country)
      ? (text) => postalCodes.postcodeValidator(text, country)
      : undefined,
    regions: known,
    needsRegion: needRegion.includes(country),
    needsCity: !needNoCity.includes(country),
  };
}

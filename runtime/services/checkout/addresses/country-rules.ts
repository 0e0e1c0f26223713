export interface Region {
  readonly code: string;
  readonly name: string;
}

/** What the country of an address demands. Data of libraries, but for which fields are needed. */
export interface CountryRules {
  /** Whether a text in upper case has the form of a postal code; undefined where none is known. */
  readonly isPostalCode: ((text: string) => boolean) | undefined;
  /** By their codes of ISO 3166-2 without the country; empty where none are known. */
  readonly regions: readonly Region[];
  readonly needsPostalCode: boolean;
  readonly needsRegion: boolean;
  readonly needsCity: boolean;
}

// Which fields a country needs follows Google's address data (libaddressinput, `require`). Where that says nothing, a
// city is needed and neither a region nor a postal code is: an address that is there must never be refused.
const needRegion =
  'AE AU BR CA CN CO CR ES FM HN IN IQ IT JM JP KR MH MM MX MY PE PH PW SO TH TW US VE'.split(' ');
const needNoCity = 'AE AG CO DM GD HK JP KN LC MM SG TT'.split(' ');
const needPostalCode = [
  ...'AT AU BE BR CA CH CN CZ DE DK EE ES FI FR GB GR HR HU IN IT JP KR LI LT LU LV'.split(' '),
  ...'MX MY NL NO NZ PH PL PT RO RU SA SE SG SK TH TR TW UA US ZA'.split(' '),
];

interface Data {
  readonly postalCodes: typeof import('./postal-codes.ts');
  readonly regions: ReadonlyMap<string, readonly Region[]>;
}

let loading: Promise<Data> | undefined;

/** The libraries' data are large, and few requests need them: they are loaded with the first that does. */
async function load(): Promise<Data> {
  const [postalCodes, { default: countries }] = await Promise.all([
    import('./postal-codes.ts'),
    import('country-region-data/data.json', { with: { type: 'json' } }),
  ]);
  const regions = countries.map(
    (country) =>
      [
        country.countryShortCode,
        country.regions.flatMap((region) =>
          'shortCode' in region ? [{ code: region.shortCode, name: region.name }] : [],
        ),
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
    needsPostalCode: needPostalCode.includes(country),
    needsRegion: needRegion.includes(country),
    needsCity: !needNoCity.includes(country),
  };
}

export async function knownCountries(): Promise<string[]> {
  loading ??= load();
  const { regions } = await loading;
  return [...regions.keys()].toSorted();
}

import type { Ask, Body } from './ask.ts';

/** A postal code of each country that asks for one, by its form; a region where the first of the list would not do. */
const samples: Readonly<Record<string, { readonly postalCode: string; readonly region?: string }>> = {
  ...{ AT: { postalCode: '1010' }, AU: { postalCode: '2000', region: 'NSW' }, BE: { postalCode: '1000' } },
  ...{ BR: { postalCode: '01310-100', region: 'SP' }, CA: { postalCode: 'M5V 3L9', region: 'ON' } },
  ...{ CH: { postalCode: '8001' }, CN: { postalCode: '100000' }, CZ: { postalCode: '110 00' } },
  ...{ DE: { postalCode: '10119' }, DK: { postalCode: '1050' }, EE: { postalCode: '10111' } },
  ...{ ES: { postalCode: '28001', region: 'M' }, FI: { postalCode: '00100' }, FR: { postalCode: '75001' } },
  ...{ GB: { postalCode: 'SW1A 1AA' }, GR: { postalCode: '104 31' }, HR: { postalCode: '10000' } },
  ...{ HU: { postalCode: '1011' }, IN: { postalCode: '110001' }, IT: { postalCode: '00184' } },
  ...{ JP: { postalCode: '100-0001' }, KR: { postalCode: '04524' }, LI: { postalCode: '9490' } },
  ...{ LT: { postalCode: 'LT-01100' }, LU: { postalCode: '1111' }, LV: { postalCode: 'LV-1050' } },
  ...{ MX: { postalCode: '06000' }, MY: { postalCode: '50000' }, NL: { postalCode: '1012 AB' } },
  ...{ NO: { postalCode: '0150' }, NZ: { postalCode: '1010' }, PH: { postalCode: '1000' } },
  ...{ PL: { postalCode: '00-001' }, PT: { postalCode: '1000-001' }, RO: { postalCode: '010011' } },
  ...{ RU: { postalCode: '101000' }, SA: { postalCode: '11564' }, SE: { postalCode: '111 22' } },
  ...{ SG: { postalCode: '018956' }, SK: { postalCode: '811 01' }, TH: { postalCode: '10110' } },
  ...{ TR: { postalCode: '34000' }, TW: { postalCode: '100' }, UA: { postalCode: '01001' } },
  ...{ US: { postalCode: '94103', region: 'CA' }, ZA: { postalCode: '2000' } },
};

const person = { firstName: 'Ada', lastName: 'Berg', addressLine1: 'Sample Street 1' };

/** An address that a country takes, and that is nobody's. */
export async function sampleAddress(ask: Ask, country: string): Promise<Body> {
  const { requiredFields, regions } = await ask(`GET /v1/countries/${country}`);
  const { postalCode, region = regions[0]?.code } = samples[country] ?? {};
  const needs = (field: string) => requiredFields.includes(field);
  return {
    ...{ ...person, country, city: 'Sample City' },
    ...(needs('postalCode') ? { postalCode } : {}),
    ...(needs('region') ? { region } : {}),
  };
}

/** An address that the store delivers to: in the country of its first channel, where it does. */
export async function deliverableAddress(ask: Ask): Promise<Body> {
  const { channels } = await ask('GET /v1/store');
  const { countries } = await ask('GET /v1/countries');
  const reached: string[] = countries
    .filter(({ isDeliveredTo }: Body) => isDeliveredTo)
    .map(({ code }: Body) => code);
  const own = [channels[0]?.defaultCountry, 'DE'].find((country) => reached.includes(country));
  return sampleAddress(ask, own ?? reached[0] ?? 'DE');
}

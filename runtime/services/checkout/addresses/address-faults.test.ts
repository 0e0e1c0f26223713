import { describe, expect, test } from 'vitest';
import { type Address, addressFaults } from './address-faults.ts';
import { countryRules } from './country-rules.ts';

const berlin: Address = {
  ...{ country: 'DE', firstName: 'Ada', lastName: 'Berg', company: null, addressLine1: 'Torstr. 1' },
  ...{ addressLine2: null, city: 'Berlin', region: null, postalCode: '10119', phone: null },
};

describe('addresses', () => {
  test.each<[string, Partial<Address>, string[]]>([
    ['a German address', {}, []],
    [
      'five digits are a German code, four are not',
      { postalCode: '1011' },
      ['postalCode invalid_postal_code'],
    ],
    ['a British code in lower case', { country: 'GB', postalCode: 'sw1a 1aa' }, []],
    ['an American state', { country: 'US', postalCode: '94103', region: 'CA' }, []],
    [
      'a state that is not there',
      { country: 'US', postalCode: '94103', region: 'XX' },
      ['region unknown_region'],
    ],
    ['a state is needed', { country: 'US', postalCode: '94103' }, ['region missing_field']],
    ['no code is known in Hong Kong', { country: 'HK', postalCode: null, city: null }, []],
    ['an Irish address without a code', { country: 'IE', postalCode: null }, []],
    ['an Israeli address without a code', { country: 'IL', postalCode: null }, []],
    ['an Indonesian address without a province', { country: 'ID', postalCode: '40115' }, []],
    [
      'a code of a country that needs none is checked',
      { country: 'IL', postalCode: 'x' },
      ['postalCode invalid_postal_code'],
    ],
    ['a company needs no name', { lastName: null, company: 'Berg GmbH' }, []],
    ['no such country', { country: 'ZZ' }, ['country unknown_country']],
    [
      'all faults at once',
      { lastName: null, addressLine1: null, city: null, postalCode: null },
      [
        'lastName missing_field',
        'addressLine1 missing_field',
        'city missing_field',
        'postalCode missing_field',
      ],
    ],
  ])('%s', async (_name, changes, expected) => {
    const address = { ...berlin, ...changes };
    const faults = addressFaults(address, await countryRules(address.country));
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

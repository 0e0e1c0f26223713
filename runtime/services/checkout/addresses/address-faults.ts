import type { Static } from 'typebox';
import type { Address as AddressSchema } from '../../../contract/checkout/addresses.ts';
import { unknownName } from '../../../validation/index.ts';
import type { CountryRules } from './country-rules.ts';

export type Address = Static<typeof AddressSchema>;

export interface AddressFault {
  readonly field: keyof Address;
  readonly code: 'missing_field' | 'invalid_postal_code' | 'unknown_region' | 'unknown_country';
  readonly message: string;
  readonly hint: string;
}

function missing(field: keyof Address, what: string): AddressFault {
  return {
    field,
    code: 'missing_field',
    message: `${what} is missing.`,
    hint: `Ask for ${what.toLowerCase()}.`,
  };
}

function postalCodeFault(
  { country, postalCode }: Address,
  { isPostalCode, needsPostalCode }: CountryRules,
): AddressFault | undefined {
  if (postalCode === null) return needsPostalCode ? missing('postalCode', 'The postal code') : undefined;
  if (!isPostalCode || isPostalCode(postalCode.toUpperCase())) return undefined;
  return {
    ...({ field: 'postalCode', code: 'invalid_postal_code' } as const),
    message: `"${postalCode}" is not a postal code of ${country}.`,
    hint: 'Compare the postal code with the country.',
  };
}

function regionFault({ country, region }: Address, { regions, needsRegion }: CountryRules) {
  if (region === null) return needsRegion ? missing('region', 'The state or province') : undefined;
  const codes = regions.map(({ code }) => code);
  if (codes.length === 0 || codes.includes(region)) return undefined;
  return {
    ...({ field: 'region', code: 'unknown_region' } as const),
    message: unknownName(region, `region of ${country}`, codes),
    hint: 'Give the code of ISO 3166-2 without the country: "CA" for US-CA.',
  };
}

/** Everything that is wrong with an address, by what its country demands; undefined rules are an unknown country. */
export function addressFaults(address: Address, rules: CountryRules | undefined): AddressFault[] {
  if (!rules) {
    const message = `There is no country "${address.country}".`;
    return [{ field: 'country', code: 'unknown_country', message, hint: 'Give the code of ISO 3166-1.' }];
  }
  const isNamed = address.lastName !== null || address.company !== null;
  const faults = [
    isNamed ? undefined : missing('lastName', 'A last name or a company'),
    address.addressLine1 === null ? missing('addressLine1', 'The street and number') : undefined,
    rules.needsCity && address.city === null ? missing('city', 'The city') : undefined,
    regionFault(address, rules),
    postalCodeFault(address, rules),
  ];
  return faults.filter((fault) => fault !== undefined);
}

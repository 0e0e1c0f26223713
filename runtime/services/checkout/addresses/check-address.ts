import type { Static } from 'typebox';
import type { AddressInput } from '../../../contract/checkout/addresses.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { type Address, type AddressFault, addressFaults } from './address-faults.ts';
import { countryRules } from './country-rules.ts';

/** The address with every field: what is left out, or empty, is null. */
export function completeAddress(input: Static<typeof AddressInput>): Address {
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    country: input.country,
    firstName: text(input.firstName),
    lastName: text(input.lastName),
    company: text(input.company),
    addressLine1: text(input.addressLine1),
    addressLine2: text(input.addressLine2),
    city: text(input.city),
    region: text(input.region),
    postalCode: text(input.postalCode),
    phone: text(input.phone),
  };
}

export async function faultsOfAddress(address: Address): Promise<AddressFault[]> {
  return addressFaults(address, await countryRules(address.country));
}

/**
 * An address that a cart may hold.
 * @throws {Problem} `invalid_address`, naming every field.
 */
export async function checkedAddress(pointer: string, input: Static<typeof AddressInput>): Promise<Address> {
  const address = completeAddress(input);
  const faults = await faultsOfAddress(address);
  const [first] = faults;
  if (!first) return address;
  throw problem(checkoutProblems.invalidAddress, {
    detail: first.message,
    errors: faults.map(({ field, message }) => ({ pointer: `${pointer}/${field}`, message })),
  });
}

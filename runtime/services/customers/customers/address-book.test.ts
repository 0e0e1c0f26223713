import { expect, it } from 'vitest';
import { addressBook, addressBookFaults } from './address-book.ts';

const somewhere = {
  ...{ country: 'DE', firstName: 'Ada', lastName: 'Lovelace', company: null, addressLine1: 'Torstraße 1' },
  ...{ addressLine2: null, city: 'Berlin', region: null, postalCode: '10119', phone: null },
  ...{ isDefaultShipping: false, isDefaultBilling: false },
};
const saved = { ...somewhere, id: 'cadr_1' };

it('keeps the ids of addresses that were there, in the order given', () => {
  const given = [somewhere, { ...saved, city: 'Potsdam' }];
  expect(addressBook(given, () => 'cadr_2')).toEqual([
    { ...somewhere, id: 'cadr_2' },
    { ...saved, city: 'Potsdam' },
  ]);
});

it('refuses ids that are not there, or stand there twice', () => {
  const faults = addressBookFaults([saved], [saved, saved, { ...somewhere, id: 'cadr_9' }]);
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/addresses/1/id', '/addresses/2/id']);
});

it('has one default for shipping and one for billing', () => {
  const both = { ...somewhere, isDefaultShipping: true, isDefaultBilling: true };
  expect(addressBookFaults([], [both, somewhere])).toEqual([]);
  expect(
    addressBookFaults([], [both, { ...somewhere, isDefaultBilling: true }]).map(({ pointer }) => pointer),
  ).toEqual(['/addresses/1/isDefaultBilling']);
});

import type { FieldError } from '../../../contract/problem.ts';
import type { CustomerAddress } from './stored-customer.ts';

type WithoutId = Omit<CustomerAddress, 'id'>;
export type GivenAddress = WithoutId & { readonly id?: string | undefined };

const defaults = ['isDefaultShipping', 'isDefaultBilling'] as const;

/** What is wrong with a list of addresses that is to replace another. */
export function addressBookFaults(
  before: readonly CustomerAddress[],
  given: readonly Pick<GivenAddress, 'id' | (typeof defaults)[number]>[],
): FieldError[] {
  const unknown = given.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    const pointer = `/addresses/${index}/id`;
    if (!before.some((address) => address.id === id))
      return [{ pointer, message: 'is none of the saved addresses; leave it out for a new one.' }];
    const isRepeated = given.slice(0, index).some((address) => address.id === id);
    return isRepeated ? [{ pointer, message: 'stands in the list twice.' }] : [];
  });
  const repeated = defaults.flatMap((name) => {
    const marked = given.flatMap((address, index) => (address[name] ? [index] : []));
    return marked.slice(1).map((index) => ({
      pointer: `/addresses/${index}/${name}`,
      message: 'holds for one address at most.',
    }));
  });
  return [...unknown, ...repeated];
}

/** The list as it is saved: addresses that were there keep their id. */
export function addressBook(given: readonly GivenAddress[], newId: () => string): CustomerAddress[] {
  return given.map(({ id = newId(), ...address }) => ({ id, ...address }));
}

import type { Static } from 'typebox';
import type { Customer as CustomerSchema } from '../../../contract/customers/index.ts';
import { collection } from '../../../store/port.ts';

export type Customer = Static<typeof CustomerSchema>;
export type CustomerAddress = Customer['addresses'][number];

export interface StoredCustomer extends Customer {
  /** Keyed digest of the e-mail address in lower case: one customer an address. */
  readonly emailDigest: string;
}

type SealedField = 'email' | 'firstName' | 'lastName' | 'phone' | 'note' | 'addresses';

export const customers = collection<StoredCustomer, SealedField>({
  name: 'customers',
  sealed: { email: true, firstName: true, lastName: true, phone: true, note: true, addresses: true },
  indexes: {
    byEmail: {
      version: 1,
      columns: [{ name: 'emailDigest', type: 'text' }],
      unique: true,
      keys: ({ emailDigest }) => [[emailDigest]],
    },
    /** All, and those of a group. */
    byCreated: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ customerGroup, createdAt }) => [
        ['*', createdAt],
        ...(customerGroup === null ? [] : [[`group:${customerGroup}`, createdAt]]),
      ],
    },
  },
});

/** A customer as callers see them. */
export function presentCustomer({ emailDigest: _, ...customer }: StoredCustomer): Customer {
  return customer;
}

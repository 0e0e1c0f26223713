import type { Address, AddressInput } from '../headlesspro/storefront.js';

/** The fields of an address, in the order in which most forms ask. */
export const addressFields = [
  ...(['country', 'firstName', 'lastName', 'company', 'addressLine1', 'addressLine2'] as const),
  ...(['postalCode', 'city', 'region', 'phone'] as const),
] as const;

export type AddressField = (typeof addressFields)[number];

/** An address as it is being typed: what is not there is an empty text. */
export type AddressDraft = Readonly<Record<AddressField, string>>;

export function addressDraft(address: Address | null, country: string): AddressDraft {
  const entries = addressFields.map((field) => [field, address?.[field] ?? ''] as const);
  const draft = Object.fromEntries(entries) as Record<AddressField, string>;
  return { ...draft, country: address?.country ?? country };
}

export function parseAddressDraft(value: unknown): AddressDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const saved = value as Record<string, unknown>;
  const isComplete = addressFields.every((field) => typeof saved[field] === 'string');
  return isComplete ? (saved as AddressDraft) : undefined;
}

/** What the API takes: nothing typed is null, and is asked for where the country needs it. */
export function addressInput(draft: AddressDraft): AddressInput {
  const { country, ...rest } = draft;
  const texts = Object.fromEntries(
    Object.entries(rest).map(([field, text]) => [field, text.trim() === '' ? null : text.trim()]),
  );
  return { country, ...texts };
}

export function isSameAddress(draft: AddressDraft, address: Address | null): boolean {
  return address !== null && addressFields.every((field) => draft[field].trim() === (address[field] ?? ''));
}

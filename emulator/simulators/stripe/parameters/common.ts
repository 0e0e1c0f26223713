import { badRequest } from '../stripe-error.ts';
import { integer, list, type Parameter, shape, text, unsettable } from './parameter.ts';

/** Every endpoint takes it: which ids to replace by what they stand for. */
export const expand = { expand: list(text()) };

const bounds = shape({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });

export interface CreatedRange {
  /** Unix seconds: inclusive, exclusive. */
  readonly from?: number;
  readonly before?: number;
}

/** `created=1700000000` or `created[gte]=1700000000`. */
export const created: Parameter<CreatedRange, false> = {
  isRequired: false,
  names: (at) => bounds.names(at),
  read(raw, at) {
    if (typeof raw === 'string') {
      const second = integer().read(raw, at);
      return { from: second, before: second + 1 };
    }
    const { gt, gte, lt, lte } = bounds.read(raw, at);
    const from = gte ?? (gt === undefined ? undefined : gt + 1);
    const before = lt ?? (lte === undefined ? undefined : lte + 1);
    return { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) };
  },
};

export const page = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
};

const addressFields = {
  line1: unsettable(text()),
  line2: unsettable(text()),
  city: unsettable(text()),
  state: unsettable(text()),
  postal_code: unsettable(text()),
  country: unsettable(text()),
};

export const address = shape(addressFields);

export interface Address {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postal_code: string | null;
  readonly country: string | null;
}

/** An address as it is answered: every member, null where nothing was said. */
export function toAddress(given: Partial<Record<keyof Address, string | null | undefined>>): Address {
  const { line1 = null, line2 = null, city = null, state = null, postal_code = null, country = null } = given;
  return { line1, line2, city, state, postal_code, country };
}

export const shipping = shape({
  name: text(),
  phone: unsettable(text()),
  carrier: unsettable(text()),
  tracking_number: unsettable(text()),
  address,
});

export interface Shipping {
  readonly name: string | null;
  readonly phone: string | null;
  readonly carrier: string | null;
  readonly tracking_number: string | null;
  readonly address: Address;
}

export function toShipping(
  given: NonNullable<ReturnType<typeof shipping.read>> | null | undefined,
): Shipping | null {
  if (!given) return null;
  const { name = null, phone = null, carrier = null, tracking_number = null } = given;
  return { name, phone, carrier, tracking_number, address: toAddress(given.address ?? {}) };
}

/** Merges what a caller sends into what there is: an empty text takes a key away. */
export function mergeMetadata(
  before: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const merged = { ...before, ...given };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

/** A three-letter code, in lower case as it is answered. */
export const currency: Parameter<string, false> = {
  isRequired: false,
  names: (at) => [at],
  read(raw, at) {
    const value = text().read(raw, at).toLowerCase();
    if (Intl.supportedValuesOf('currency').includes(value.toUpperCase())) return value;
    throw badRequest(`Invalid currency: ${value}.`, { param: at });
  },
};

import { address, toAddress } from '../parameters/common.ts';
import {
  integer,
  metadata,
  oneOf,
  required,
  shape,
  text,
  unsettable,
  type ValueOf,
} from '../parameters/parameter.ts';
import type { BillingDetails } from './payment-method.ts';

export const billingDetails = shape({
  name: unsettable(text()),
  email: unsettable(text()),
  phone: unsettable(text()),
  tax_id: unsettable(text()),
  address: unsettable(address),
});

const cardFields = {
  number: text(),
  exp_month: integer(),
  exp_year: integer(),
  cvc: text(),
  token: text(),
};

export const methodFields = {
  type: required(oneOf('card')),
  card: shape(cardFields),
  billing_details: billingDetails,
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  metadata: metadata(),
};

export const methodData = shape(methodFields);
export type MethodInput = ValueOf<typeof methodData>;

export function toBillingDetails(
  given: ValueOf<typeof billingDetails> | undefined,
  before?: BillingDetails,
): BillingDetails {
  return {
    address:
      given?.address === undefined ? (before?.address ?? toAddress({})) : toAddress(given.address ?? {}),
    email: given?.email === undefined ? (before?.email ?? null) : given.email,
    name: given?.name === undefined ? (before?.name ?? null) : given.name,
    phone: given?.phone === undefined ? (before?.phone ?? null) : given.phone,
    tax_id: given?.tax_id === undefined ? (before?.tax_id ?? null) : given.tax_id,
  };
}

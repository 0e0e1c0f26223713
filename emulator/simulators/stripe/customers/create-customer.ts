import { emit } from '../events/emit.ts';
import { randomText } from '../ids.ts';
import { insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { address, expand, mergeMetadata, toAddress } from '../parameters/common.ts';
import {
  type InputOf,
  integer,
  list as listOf,
  metadata,
  oneOf,
  required,
  shape,
  text,
  unsettable,
} from '../parameters/parameter.ts';
import { type Customer, customers } from './customer.ts';

export const customerFields = {
  ...expand,
  address: unsettable(address),
  balance: integer(),
  description: unsettable(text()),
  email: unsettable(text(512)),
  invoice_settings: shape({ default_payment_method: unsettable(text()) }),
  metadata: metadata(),
  name: unsettable(text(256)),
  phone: unsettable(text(20)),
  preferred_locales: listOf(text()),
  shipping: unsettable(
    shape({ name: required(text()), phone: unsettable(text()), address: required(address) }),
  ),
  tax_exempt: oneOf('none', 'exempt', 'reverse'),
};

export type CustomerInput = Partial<InputOf<typeof customerFields>>;

/** The members that an input names. */
export function givenMembers(input: CustomerInput, before: Customer): Partial<Customer> {
  const { address: where, shipping, email, name, phone, description, tax_exempt, balance } = input;
  const invoice = input.invoice_settings?.default_payment_method;
  return {
    ...(where === undefined ? {} : { address: where && toAddress(where) }),
    ...(shipping === undefined
      ? {}
      : {
          shipping: shipping && {
            address: toAddress(shipping.address),
            name: shipping.name,
            phone: shipping.phone ?? null,
          },
        }),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(description === undefined ? {} : { description }),
    ...(tax_exempt === undefined ? {} : { tax_exempt }),
    ...(balance === undefined ? {} : { balance }),
    ...(input.preferred_locales ? { preferred_locales: input.preferred_locales } : {}),
    ...(invoice === undefined
      ? {}
      : { invoice_settings: { ...before.invoice_settings, default_payment_method: invoice } }),
    metadata: mergeMetadata(before.metadata, input.metadata),
  };
}

export async function createCustomer(work: Work, input: CustomerInput): Promise<Customer> {
  const blank: Customer = {
    ...{ id: customers.newId(), object: 'customer', address: null, balance: 0, created: work.now },
    ...{
      currency: null,
      default_source: null,
      delinquent: false,
      description: null,
      discount: null,
      email: null,
    },
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    ...{ livemode: false, metadata: {}, name: null, next_invoice_sequence: 1, phone: null },
    ...{ preferred_locales: [], shipping: null, tax_exempt: 'none', test_clock: null },
  };
  const customer = await insert(work, customers, { ...blank, ...givenMembers(input, blank) }, {});
  await emit(work, 'customer.created', customer);
  return customer;
}

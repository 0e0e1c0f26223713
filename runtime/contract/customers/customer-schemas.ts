import Type from 'typebox';
import { Address, AddressInput } from '../checkout/addresses.ts';
import { identifier, nullable, object, resourceFields, secretOnly, Timestamp } from '../schema/primitives.ts';

export const customerId = identifier('cus', 'customer');
const addressId = identifier('cadr', 'saved address');
export const Email = Type.String({ format: 'email', maxLength: 255 });
export const mostAddresses = 50;

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

const fields = {
  firstName: text(128),
  lastName: text(128),
  phone: text(64),
  locale: Type.String({ maxLength: 35, description: 'A locale of the store: the language of their mails.' }),
  acceptsMarketing: Type.Boolean(),
};

const CustomerAddress = object(
  'CustomerAddress',
  {
    id: addressId,
    ...Address.properties,
    isDefaultShipping: Type.Boolean(),
    isDefaultBilling: Type.Boolean(),
  },
  { description: 'An address that a customer has saved.' },
);

const CustomerAddressInput = object('CustomerAddressInput', {
  id: Type.Optional(addressId),
  ...AddressInput.properties,
  isDefaultShipping: Type.Optional(Type.Boolean({ default: false })),
  isDefaultBilling: Type.Optional(Type.Boolean({ default: false })),
});

export const Customer = object(
  'Customer',
  {
    ...resourceFields('cus', 'customer'),
    email: Email,
    firstName: nullable(fields.firstName),
    lastName: nullable(fields.lastName),
    phone: nullable(fields.phone),
    locale: nullable(fields.locale),
    acceptsMarketing: fields.acceptsMarketing,
    marketingChangedAt: nullable(
      Type.String({
        format: 'date-time',
        description: 'When the consent was last given or withdrawn; null where they were never asked.',
      }),
    ),
    customerGroup: nullable(
      Type.String({ description: 'Key of the group whose price lists and promotions are theirs.' }),
    ),
    isTaxExempt: Type.Boolean(),
    note: secretOnly(nullable(Type.String({ description: 'Of the staff.' }))),
    addresses: Type.Array(CustomerAddress),
    lastSignInAt: nullable(Timestamp),
  },
  { description: 'Somebody who buys, and can sign in with their e-mail address.' },
);

/** What customers change themselves. */
export const ownSettings = {
  firstName: Type.Optional(nullable(fields.firstName)),
  lastName: Type.Optional(nullable(fields.lastName)),
  phone: Type.Optional(nullable(fields.phone)),
  locale: Type.Optional(nullable(fields.locale)),
  acceptsMarketing: Type.Optional(fields.acceptsMarketing),
  addresses: Type.Optional(
    Type.Array(CustomerAddressInput, {
      maxItems: mostAddresses,
      description: 'The whole list, in the order shown. An address with its `id` stays the same one.',
    }),
  ),
};

/** What the store alone says. */
export const storeSettings = {
  customerGroup: Type.Optional(nullable(Type.String())),
  isTaxExempt: Type.Optional(Type.Boolean()),
  note: Type.Optional(nullable(text(5000))),
};

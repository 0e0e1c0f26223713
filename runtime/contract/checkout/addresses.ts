import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { Country, nullable, object } from '../schema/primitives.ts';

const text = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, ...(description ? { description } : {}) });

const fields = {
  firstName: text(128),
  lastName: text(128),
  company: text(255),
  addressLine1: text(255, 'Street and number.'),
  addressLine2: text(255),
  city: text(128),
  region: text(64, 'State or province as in ISO 3166-2, without the country: `CA` for `US-CA`.'),
  postalCode: text(32),
  phone: text(64),
};

export const Address = object(
  'Address',
  {
    country: Country,
    firstName: nullable(fields.firstName),
    lastName: nullable(fields.lastName),
    company: nullable(fields.company),
    addressLine1: nullable(fields.addressLine1),
    addressLine2: nullable(fields.addressLine2),
    city: nullable(fields.city),
    region: nullable(fields.region),
    postalCode: nullable(fields.postalCode),
    phone: nullable(fields.phone),
  },
  { description: 'A postal address, checked against what its country demands.' },
);

export const AddressInput = object('AddressInput', {
  country: Country,
  firstName: Type.Optional(nullable(fields.firstName)),
  lastName: Type.Optional(nullable(fields.lastName)),
  company: Type.Optional(nullable(fields.company)),
  addressLine1: Type.Optional(nullable(fields.addressLine1)),
  addressLine2: Type.Optional(nullable(fields.addressLine2)),
  city: Type.Optional(nullable(fields.city)),
  region: Type.Optional(nullable(fields.region)),
  postalCode: Type.Optional(nullable(fields.postalCode)),
  phone: Type.Optional(nullable(fields.phone)),
});

export const CartProblem = object(
  'CartProblem',
  {
    pointer: Type.String({ description: 'JSON pointer into the cart: `/lines/0/quantity`.' }),
    code: Type.String({ description: 'Stable: `insufficient_stock`.' }),
    message: Type.String(),
    hint: Type.String({ description: 'What to do.' }),
    blocks: Type.Enum(['checkout', 'completion', 'nothing'], {
      description: 'What it stands in the way of: starting the checkout, completing it, or neither.',
    }),
  },
  { description: 'Something that is not right with a cart.' },
);

const addressFieldNames = ['lastName', 'addressLine1', 'city', 'region', 'postalCode'] as const;

const countryFields = {
  code: Country,
  isDeliveredTo: Type.Boolean({ description: 'Whether a shipping zone holds it, or a region of it.' }),
  requiredFields: Type.Array(Type.Enum([...addressFieldNames]), {
    description: 'What an address there needs; a company stands in for `lastName`.',
  }),
};

const AddressRegion = object('AddressRegion', {
  code: Type.String({ description: 'As in ISO 3166-2, without the country: `CA` for `US-CA`.' }),
  name: Type.String({ description: 'In English.' }),
});

export const addressOperations = defineOperations({
  'checkout.addresses.listCountries': {
    summary: 'List the countries',
    description:
      'Everything that a form for addresses needs at first: which countries, and what each asks for.',
    http: 'GET /v1/countries',
    graphql: 'query countries',
    scopes: ['carts:read'],
    input: Type.Object({}),
    output: object('AddressCountries', {
      countries: Type.Array(object('AddressCountry', countryFields), { description: 'By their code.' }),
    }),
    errors: [],
    effect: 'read',
  },
  'checkout.addresses.getCountry': {
    summary: 'Get a country',
    description: 'With its regions, for a list to choose from.',
    http: 'GET /v1/countries/{country}',
    graphql: 'query country',
    scopes: ['carts:read'],
    input: Type.Object({ country: Country }),
    output: object('CountryRules', {
      ...countryFields,
      regions: Type.Array(AddressRegion, { description: 'Empty where none are known.' }),
    }),
    errors: [problems.notFound],
    effect: 'read',
  },
  'checkout.addresses.validate': {
    summary: 'Check an address',
    description: 'Against the fields, postal codes and regions of its country. Nothing is stored.',
    http: 'POST /v1/addresses/validate',
    graphql: 'query addressProblems',
    scopes: ['carts:read'],
    input: Type.Object({ address: AddressInput }),
    output: object('AddressCheck', {
      isValid: Type.Boolean(),
      problems: Type.Array(CartProblem, { description: 'All of them at once.' }),
    }),
    errors: [],
    effect: 'read',
  },
});

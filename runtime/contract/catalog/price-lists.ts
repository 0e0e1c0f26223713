import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  Country,
  Currency,
  identifier,
  minorUnits,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { catalogProblems } from './problems.ts';

const priceListId = identifier('plist', 'price list');
const variantId = identifier('var', 'variant');
const priceId = identifier('price', 'price');
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Priority = Type.Integer({
  minimum: 0,
  maximum: 1_000_000,
  description: 'Among the lists that apply, the highest goes first.',
});

const conditions = {
  status: Type.Enum(['draft', 'active', 'archived']),
  priority: Priority,
  channels: Type.Array(Type.String(), { maxItems: 100, description: 'Keys; empty is every channel.' }),
  countries: Type.Array(Country, { maxItems: 250, description: 'Empty is every country.' }),
  customerGroups: Type.Array(Type.String(), { maxItems: 100, description: 'Keys; empty is everybody.' }),
  startsAt: nullable(Timestamp),
  endsAt: nullable(Timestamp),
};
const optionalConditions = {
  status: Type.Optional(conditions.status),
  priority: Type.Optional(conditions.priority),
  channels: Type.Optional(conditions.channels),
  countries: Type.Optional(conditions.countries),
  customerGroups: Type.Optional(conditions.customerGroups),
  startsAt: Type.Optional(conditions.startsAt),
  endsAt: Type.Optional(conditions.endsAt),
};

export const PriceList = object(
  'PriceList',
  { ...resourceFields('plist', 'price list'), name: Name, ...conditions },
  {
    description: 'Prices that go before base prices, for some channels, countries, customer groups or times.',
  },
);

export const ListPrice = object(
  'ListPrice',
  {
    ...resourceFields('price', 'price'),
    priceListId,
    variantId,
    productId: identifier('prod', 'product'),
    amount: minorUnits({ minimum: 0 }),
    currency: Currency,
    compareAtAmount: nullable(minorUnits({ minimum: 0 })),
    minimumQuantity: Type.Integer({ minimum: 1, description: 'The tier: applies from this quantity on.' }),
    includesTax: Type.Boolean(),
  },
  { description: 'The price of a variant in a price list.' },
);

const ListPriceInput = object('ListPriceInput', {
  variantId,
  amount: minorUnits({ minimum: 0, maximum: 9_007_199_254_740_991 }),
  currency: Currency,
  compareAtAmount: Type.Optional(nullable(minorUnits({ minimum: 0 }))),
  minimumQuantity: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
  includesTax: Type.Optional(Type.Boolean()),
});

export const priceListOperations = defineOperations({
  'catalog.priceLists.list': {
    summary: 'List price lists',
    http: 'GET /v1/price-lists',
    graphql: 'query priceLists',
    scopes: ['catalog:manage'],
    input: Type.Object({ status: Type.Optional(conditions.status), pageSize, after }),
    output: pageOf(PriceList),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'catalog.priceLists.get': {
    summary: 'Get a price list',
    http: 'GET /v1/price-lists/{priceListId}',
    graphql: 'query priceList',
    scopes: ['catalog:manage'],
    input: Type.Object({ priceListId }),
    output: PriceList,
    errors: [problems.notFound],
    effect: 'read',
  },
  'catalog.priceLists.create': {
    summary: 'Create a price list',
    http: 'POST /v1/price-lists',
    graphql: 'mutation createPriceList',
    scopes: ['catalog:write'],
    input: Type.Object({ id: Type.Optional(priceListId), name: Name, ...optionalConditions }),
    output: PriceList,
    status: 201,
    errors: [problems.invalidInput, problems.alreadyExists, catalogProblems.unknownSetting],
    effect: 'write',
    example: { name: 'Wholesale', status: 'active', priority: 10, customerGroups: ['wholesale'] },
  },
  'catalog.priceLists.update': {
    summary: 'Change a price list',
    http: 'PATCH /v1/price-lists/{priceListId}',
    graphql: 'mutation updatePriceList',
    scopes: ['catalog:write'],
    input: Type.Object({ priceListId, name: Type.Optional(Name), ...optionalConditions }),
    output: PriceList,
    errors: [
      problems.notFound,
      problems.invalidInput,
      problems.versionConflict,
      catalogProblems.unknownSetting,
    ],
    effect: 'write',
  },
  'catalog.priceLists.delete': {
    summary: 'Delete a price list with its prices',
    http: 'DELETE /v1/price-lists/{priceListId}',
    graphql: 'mutation deletePriceList',
    scopes: ['catalog:write'],
    input: Type.Object({ priceListId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
  'catalog.priceLists.listPrices': {
    summary: "List a price list's prices",
    http: 'GET /v1/price-lists/{priceListId}/prices',
    graphql: 'query listPrices',
    scopes: ['catalog:manage'],
    input: Type.Object({ priceListId, variantId: Type.Optional(variantId), pageSize, after }),
    output: pageOf(ListPrice),
    errors: [problems.notFound, problems.invalidCursor],
    effect: 'read',
  },
  'catalog.priceLists.setPrices': {
    summary: 'Set prices in a price list',
    description: 'A price is keyed by variant, currency and minimum quantity: what exists is replaced.',
    http: 'PUT /v1/price-lists/{priceListId}/prices',
    graphql: 'mutation setListPrices',
    scopes: ['catalog:write'],
    input: Type.Object({ priceListId, prices: Type.Array(ListPriceInput, { minItems: 1, maxItems: 1000 }) }),
    output: object('SetPricesResult', { prices: Type.Array(ListPrice) }),
    errors: [problems.notFound, problems.invalidInput, catalogProblems.unknownReference],
    effect: 'write',
  },
  'catalog.priceLists.deletePrice': {
    summary: 'Take a price out of a price list',
    http: 'DELETE /v1/price-lists/{priceListId}/prices/{priceId}',
    graphql: 'mutation deleteListPrice',
    scopes: ['catalog:write'],
    input: Type.Object({ priceListId, priceId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound],
    effect: 'write',
  },
});

export const priceListResources = [
  resource({
    name: 'PriceList',
    schema: PriceList,
    relations: {
      prices: {
        kind: 'connection',
        resource: 'ListPrice',
        operation: 'catalog.priceLists.listPrices',
        parameter: 'priceListId',
        description: 'Its prices.',
      },
    },
  }),
  resource({
    name: 'ListPrice',
    schema: ListPrice,
    relations: {
      product: { kind: 'one', resource: 'Product', field: 'productId', description: 'The product priced.' },
    },
  }),
];

export const priceListEvents = [
  defineEvent({ type: 'price_list.created', summary: 'A price list was created.', data: PriceList }),
  defineEvent({ type: 'price_list.updated', summary: 'A price list was changed.', data: PriceList }),
  defineEvent({
    type: 'price_list.deleted',
    summary: 'A price list was deleted, with its prices.',
    data: object('PriceListDeleted', { id: priceListId }),
  }),
];

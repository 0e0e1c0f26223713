import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Slug,
} from '../schema/primitives.ts';
import { selection } from '../schema/selection.ts';
import { catalogProblems } from './problems.ts';

const collectionId = identifier('coll', 'collection');
const productId = identifier('prod', 'product');
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Description = Type.String({ maxLength: 65_536 });

const Translation = object('CollectionTranslation', {
  locale: Type.String(),
  name: nullable(Name),
  slug: nullable(Slug),
  description: nullable(Description),
});
const TranslationInput = object('CollectionTranslationInput', {
  locale: Type.String(),
  name: Type.Optional(nullable(Name)),
  slug: Type.Optional(nullable(Slug)),
  description: Type.Optional(nullable(Description)),
});

export const CollectionRule = object(
  'CollectionRule',
  {
    field: Type.String({
      description:
        '`title`, `brand`, `tag`, `productType`, `category`, `status`, `price.<currency>` (lowest base price, minor ' +
        'units) or `attributes.<name>`.',
    }),
    operator: Type.Enum([
      'equals',
      'not_equals',
      'contains',
      'starts_with',
      'greater_than',
      'less_than',
      'is_set',
    ]),
    value: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
  },
  { description: 'One condition that a product meets or not.' },
);

export const Collection = object(
  'Collection',
  {
    ...resourceFields('coll', 'collection'),
    name: Name,
    slug: Slug,
    description: Description,
    kind: Type.Enum(['manual', 'rules']),
    match: Type.Enum(['all', 'any'], {
      description: 'Whether a product must meet all rules, or one is enough.',
    }),
    rules: Type.Array(CollectionRule),
    translations: Type.Array(Translation),
  },
  { description: 'A set of products: picked by hand in an order of their own, or by rules.' },
);

const CollectionPage = pageOf(Collection);

const changeable = {
  slug: Type.Optional(Slug),
  description: Type.Optional(Description),
  kind: Type.Optional(Type.Enum(['manual', 'rules'])),
  match: Type.Optional(Type.Enum(['all', 'any'])),
  rules: Type.Optional(Type.Array(CollectionRule, { maxItems: 60 })),
  translations: Type.Optional(Type.Array(TranslationInput, { maxItems: 100 })),
};

export const collectionOperations = defineOperations({
  'catalog.collections.list': {
    summary: 'List collections',
    http: 'GET /v1/collections',
    graphql: 'query collections',
    scopes: ['catalog:read'],
    input: Type.Object({ locale: selection.locale, pageSize, after }),
    output: CollectionPage,
    errors: [problems.invalidCursor, catalogProblems.unknownSetting],
    effect: 'read',
    cacheTags: ['collection'],
  },
  'catalog.collections.get': {
    summary: 'Get a collection by id or slug',
    http: 'GET /v1/collections/{collection}',
    graphql: 'query collection',
    scopes: ['catalog:read'],
    input: Type.Object({ collection: Type.String({ description: 'Id or slug.' }), locale: selection.locale }),
    output: Collection,
    errors: [problems.notFound, catalogProblems.unknownSetting],
    effect: 'read',
    cacheTags: ['collection'],
  },
  'catalog.collections.create': {
    summary: 'Create a collection',
    description: 'A new collection by rules fills as the existing products are worked through.',
    http: 'POST /v1/collections',
    graphql: 'mutation createCollection',
    scopes: ['catalog:write'],
    input: Type.Object({ id: Type.Optional(collectionId), name: Name, ...changeable }),
    output: Collection,
    status: 201,
    errors: [problems.invalidInput, problems.alreadyExists],
    effect: 'write',
    example: {
      name: 'Summer',
      kind: 'rules',
      rules: [{ field: 'tag', operator: 'equals', value: 'summer' }],
    },
  },
  'catalog.collections.update': {
    summary: 'Change a collection',
    http: 'PATCH /v1/collections/{collectionId}',
    graphql: 'mutation updateCollection',
    scopes: ['catalog:write'],
    input: Type.Object({ collectionId, name: Type.Optional(Name), ...changeable }),
    output: Collection,
    errors: [problems.notFound, problems.invalidInput, problems.alreadyExists, problems.versionConflict],
    effect: 'write',
  },
  'catalog.collections.delete': {
    summary: 'Delete a collection',
    http: 'DELETE /v1/collections/{collectionId}',
    graphql: 'mutation deleteCollection',
    scopes: ['catalog:write'],
    input: Type.Object({ collectionId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
  'catalog.collections.addProducts': {
    summary: 'Add products to a manual collection',
    http: 'POST /v1/collections/{collectionId}/products',
    graphql: 'mutation addProductsToCollection',
    scopes: ['catalog:write'],
    input: Type.Object({
      collectionId,
      productIds: Type.Array(productId, { minItems: 1, maxItems: 1000 }),
      position: Type.Optional(
        Type.Integer({ minimum: 0, description: 'Where the first is put, from 0; at the end unless given.' }),
      ),
    }),
    output: Collection,
    errors: [problems.notFound, catalogProblems.collectionIsRuleBased, catalogProblems.unknownReference],
    effect: 'write',
  },
  'catalog.collections.removeProducts': {
    summary: 'Take products out of a manual collection',
    http: 'POST /v1/collections/{collectionId}/products/remove',
    graphql: 'mutation removeProductsFromCollection',
    scopes: ['catalog:write'],
    input: Type.Object({ collectionId, productIds: Type.Array(productId, { minItems: 1, maxItems: 1000 }) }),
    output: Collection,
    errors: [problems.notFound, catalogProblems.collectionIsRuleBased],
    effect: 'write',
  },
});

export const collectionResource = resource({
  name: 'Collection',
  schema: Collection,
  relations: {
    products: {
      kind: 'connection',
      resource: 'Product',
      operation: 'catalog.products.list',
      parameter: 'collection',
      description: "Its products, in the collection's order.",
    },
  },
});

export const collectionEvents = [
  defineEvent({ type: 'collection.created', summary: 'A collection was created.', data: Collection }),
  defineEvent({ type: 'collection.updated', summary: 'A collection was changed.', data: Collection }),
  defineEvent({
    type: 'collection.products_changed',
    summary: 'Products were added to a collection, or taken out.',
    data: object('CollectionProductsChanged', {
      id: collectionId,
      added: Type.Array(productId),
      removed: Type.Array(productId),
    }),
  }),
  defineEvent({
    type: 'collection.deleted',
    summary: 'A collection was deleted.',
    data: object('CollectionDeleted', { id: collectionId, slug: Type.String() }),
  }),
];

import Type from 'typebox';
import type { StoreConfig } from '../../config/store-config.ts';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, identifier, minorUnits, nullable, object, pageSize } from '../schema/primitives.ts';
import { SelectedPrice, selection } from '../schema/selection.ts';
import { catalogProblems } from './problems.ts';
import { productSchemas, productStatuses } from './product-schemas.ts';

export const productSorts = ['newest', 'oldest', 'title', '-title', 'price', '-price', 'updated'] as const;

const productId = identifier('prod', 'product');
const variantId = identifier('var', 'variant');

const BulkResult = object('ProductBulkResult', {
  results: Type.Array(
    object('ProductBulkRow', {
      index: Type.Integer({ description: 'Place of the row in the request, from 0.' }),
      outcome: Type.Enum(['created', 'updated', 'unchanged', 'refused']),
      id: nullable(productId),
      variantIds: Type.Array(variantId, {
        description: 'Of all its variants, in the order of the row where that gave variants.',
      }),
      problem: nullable(
        object('ProductBulkProblem', {
          code: Type.String(),
          detail: Type.String(),
          errors: Type.Array(
            object('ProductBulkFieldError', { pointer: Type.String(), message: Type.String() }),
          ),
        }),
      ),
    }),
    { description: 'One for each row, in the order sent.' },
  ),
});

const PriceCandidate = object('PriceCandidate', {
  priceId: Type.String(),
  priceListId: nullable(Type.String()),
  amount: minorUnits(),
  currency: Type.String(),
  minimumQuantity: Type.Integer(),
  outcome: Type.Enum(['selected', 'not_applicable', 'outranked']),
  rule: Type.String({
    description: 'The rule that put it out, or let it win: `currency`, `channel`, `date_window`, …',
  }),
  reason: Type.String({ description: 'The rule in words, with the values that were compared.' }),
});

const PriceExplanation = object('PriceExplanation', {
  variantId,
  selected: nullable(SelectedPrice),
  candidates: Type.Array(PriceCandidate, {
    description: 'Every price that was looked at, the winner first.',
  }),
});

/** Products, variants and the prices selected for them. */
export function productContract(config: StoreConfig) {
  const { Product, ProductPage, ProductInput, Variant, VariantPage, VariantInput, created, updated } =
    productSchemas(config);

  const operations = defineOperations({
    'catalog.products.list': {
      summary: 'List products',
      description:
        'Give at most one of `category`, `collection`, `tag` and `productType`. `status` and `channel` exclude each ' +
        'other; a publishable key always sees its own channel. Sorting by price needs `channel` and `currency`.',
      http: 'GET /v1/products',
      graphql: 'query products',
      scopes: ['catalog:read'],
      input: Type.Object({
        status: Type.Optional(Type.Enum([...productStatuses])),
        category: Type.Optional(
          Type.String({
            description: 'Id or slug of a category; products of its sub-categories are included.',
          }),
        ),
        collection: Type.Optional(
          Type.String({ description: "Id or slug of a collection, in the collection's order." }),
        ),
        tag: Type.Optional(Type.String()),
        productType: Type.Optional(Type.String({ description: 'Key of a product type.' })),
        sku: Type.Optional(Type.String({ description: 'The product that has a variant with this SKU.' })),
        externalId: Type.Optional(Type.String()),
        sort: Type.Optional(
          Type.Enum([...productSorts], {
            description: "`newest` unless given; in a collection, the collection's own order.",
          }),
        ),
        ...selection,
        pageSize,
        after,
      }),
      output: ProductPage,
      errors: [problems.invalidCursor, problems.invalidFilter, catalogProblems.unknownSetting],
      effect: 'read',
      cacheTags: ['product'],
      example: { channel: 'web', currency: 'EUR', sort: 'newest', pageSize: 20 },
    },
    'catalog.products.get': {
      summary: 'Get a product',
      http: 'GET /v1/products/{productId}',
      graphql: 'query product',
      scopes: ['catalog:read'],
      input: Type.Object({ productId, ...selection }),
      output: Product,
      errors: [problems.notFound, catalogProblems.unknownSetting],
      effect: 'read',
      cacheTags: ['product'],
    },
    'catalog.products.getBySlug': {
      summary: 'Get a product by its slug',
      description: 'Finds the slug in `locale`, or in any locale where none is given.',
      http: 'GET /v1/products/by-slug/{slug}',
      graphql: 'query productBySlug',
      scopes: ['catalog:read'],
      input: Type.Object({ slug: Type.String(), ...selection }),
      output: Product,
      errors: [problems.notFound, catalogProblems.unknownSetting],
      effect: 'read',
      cacheTags: ['product'],
    },
    'catalog.products.create': {
      summary: 'Create a product',
      description:
        'Without `slug`, one is made from the title. Without `variants`, one variant is made. Without ' +
        '`publications`, the product is published in every channel as soon as its status is `active`.',
      http: 'POST /v1/products',
      graphql: 'mutation createProduct',
      scopes: ['catalog:write'],
      input: Type.Object(created),
      output: Product,
      status: 201,
      errors: [problems.invalidInput, problems.alreadyExists, catalogProblems.unknownReference],
      effect: 'write',
      example: {
        productType: 'apparel',
        title: 'Linen shirt',
        status: 'active',
        options: [{ name: 'Size', values: ['S', 'M'] }],
        variants: [
          {
            sku: 'LINEN-S',
            options: [{ name: 'Size', value: 'S' }],
            prices: [{ amount: 4900, currency: 'EUR' }],
          },
        ],
      },
    },
    'catalog.products.update': {
      summary: 'Change a product',
      description:
        'What is left out stays as it is; lists are replaced whole; `attributes` are merged by name.',
      http: 'PATCH /v1/products/{productId}',
      graphql: 'mutation updateProduct',
      scopes: ['catalog:write'],
      input: Type.Object({ productId, ...updated }),
      output: Product,
      errors: [
        problems.notFound,
        problems.invalidInput,
        problems.alreadyExists,
        problems.versionConflict,
        catalogProblems.unknownReference,
      ],
      effect: 'write',
    },
    'catalog.products.delete': {
      summary: 'Delete a product',
      http: 'DELETE /v1/products/{productId}',
      graphql: 'mutation deleteProduct',
      scopes: ['catalog:write'],
      input: Type.Object({ productId }),
      output: Type.Null(),
      status: 204,
      errors: [problems.notFound, problems.versionConflict],
      effect: 'write',
    },
    'catalog.products.upsert': {
      summary: 'Create or change many products',
      description:
        'Up to 1,000. A row is matched by `id`, else by `externalId`, else by `slug`. Each row succeeds or is refused ' +
        'by itself; a row that changes nothing writes nothing.',
      http: 'POST /v1/products/upsert',
      graphql: 'mutation upsertProducts',
      scopes: ['catalog:write'],
      input: Type.Object({
        products: Type.Array(Type.Unsafe<Record<string, unknown>>({ ...ProductInput }), {
          minItems: 1,
          maxItems: 1000,
        }),
      }),
      output: BulkResult,
      errors: [problems.invalidInput, problems.requestTooLarge],
      effect: 'write',
      rows: 'products',
      maximumBodyBytes: 8 * 1024 * 1024,
    },
    'catalog.products.explainPrice': {
      summary: 'Explain which price wins, and why',
      http: 'GET /v1/prices/explain',
      graphql: 'query explainPrice',
      scopes: ['catalog:manage'],
      input: Type.Object({
        variantId,
        currency: selection.currency,
        channel: selection.channel,
        country: selection.country,
        customerGroup: selection.customerGroup,
        quantity: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
        at: Type.Optional(Type.String({ format: 'date-time', description: 'As if it were then.' })),
      }),
      output: PriceExplanation,
      errors: [problems.notFound, catalogProblems.unknownSetting],
      effect: 'read',
    },
    'catalog.variants.list': {
      summary: "List a product's variants",
      http: 'GET /v1/products/{productId}/variants',
      graphql: 'query productVariants',
      scopes: ['catalog:read'],
      input: Type.Object({ productId, ...selection, pageSize, after }),
      output: VariantPage,
      errors: [problems.notFound, problems.invalidCursor, catalogProblems.unknownSetting],
      effect: 'read',
      cacheTags: ['product'],
    },
    'catalog.variants.create': {
      summary: 'Add a variant to a product',
      http: 'POST /v1/products/{productId}/variants',
      graphql: 'mutation createVariant',
      scopes: ['catalog:write'],
      input: Type.Object({ productId, ...VariantInput.properties }),
      output: Variant,
      status: 201,
      errors: [problems.notFound, problems.invalidInput, problems.alreadyExists, problems.versionConflict],
      effect: 'write',
    },
    'catalog.variants.update': {
      summary: 'Change a variant',
      http: 'PATCH /v1/products/{productId}/variants/{variantId}',
      graphql: 'mutation updateVariant',
      scopes: ['catalog:write'],
      input: Type.Object({ productId, variantId, ...withoutId(VariantInput.properties) }),
      output: Variant,
      errors: [problems.notFound, problems.invalidInput, problems.alreadyExists, problems.versionConflict],
      effect: 'write',
    },
    'catalog.variants.delete': {
      summary: 'Remove a variant',
      http: 'DELETE /v1/products/{productId}/variants/{variantId}',
      graphql: 'mutation deleteVariant',
      scopes: ['catalog:write'],
      input: Type.Object({ productId, variantId }),
      output: Type.Null(),
      status: 204,
      errors: [problems.notFound, catalogProblems.lastVariant, problems.versionConflict],
      effect: 'write',
    },
  });

  const resources = [
    resource({
      name: 'Product',
      schema: Product,
      relations: {
        categories: {
          kind: 'many',
          resource: 'Category',
          field: 'categoryIds',
          description: 'The categories it is assigned to, in that order.',
        },
        relatedProducts: {
          kind: 'many',
          resource: 'Product',
          field: 'related.productId',
          description: 'Related products, in the order given.',
        },
      },
    }),
    resource({
      name: 'Variant',
      schema: Variant,
      relations: {
        inventory: {
          kind: 'connection',
          resource: 'InventoryLevel',
          operation: 'catalog.inventory.listLevels',
          parameter: 'variantId',
          description: 'Stock of this variant, location by location.',
        },
      },
    }),
  ];

  const events = [
    defineEvent({ type: 'product.created', summary: 'A product was created.', data: Product }),
    defineEvent({ type: 'product.updated', summary: 'A product was changed.', data: Product }),
    defineEvent({
      type: 'product.deleted',
      summary: 'A product was deleted.',
      data: object('ProductDeleted', { id: productId, slug: Type.String(), skus: Type.Array(Type.String()) }),
    }),
    defineEvent({
      type: 'product.published',
      summary: 'A product became visible in a channel.',
      data: object('ProductPublished', { id: productId, channel: Type.String() }),
    }),
    defineEvent({
      type: 'product.unpublished',
      summary: 'A product is no longer visible in a channel.',
      data: object('ProductUnpublished', { id: productId, channel: Type.String() }),
    }),
    defineEvent({
      type: 'price.changed',
      summary: 'A price of a variant was added, changed or removed, in its base prices or in a price list.',
      data: object('PriceChanged', {
        productId,
        variantId,
        priceListId: nullable(Type.String()),
        currency: Type.String(),
        minimumQuantity: Type.Integer(),
        amountBefore: nullable(minorUnits()),
        amountNow: nullable(minorUnits()),
      }),
    }),
  ];

  return { operations, resources, events };
}

function withoutId<Properties extends { id: unknown }>({
  id: _id,
  ...rest
}: Properties): Omit<Properties, 'id'> {
  return rest;
}

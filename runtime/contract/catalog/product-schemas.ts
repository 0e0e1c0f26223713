import Type from 'typebox';
import type { StoreConfig } from '../../config/store-config.ts';
import { attributesInput, attributesOutput, attributesTranslation } from '../schema/attributes.ts';
import {
  Currency,
  identifier,
  Money,
  minorUnits,
  nullable,
  object,
  pageOf,
  resourceFields,
  Slug,
  secretOnly,
  Timestamp,
} from '../schema/primitives.ts';
import { Availability, SelectedPrice } from '../schema/selection.ts';

export const productStatuses = ['draft', 'active', 'archived'] as const;

const Title = Type.String({ minLength: 1, maxLength: 255 });
const Html = Type.String({ maxLength: 262_144, description: 'HTML.' });
const Sku = Type.String({
  minLength: 1,
  maxLength: 128,
  description: 'Stock keeping unit; unique in the store.',
});
const Tag = Type.String({ minLength: 1, maxLength: 64 });
const ExternalId = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Id in the system this came from; unique in the store.',
});

const Seo = object('Seo', {
  title: nullable(Type.String({ maxLength: 255 })),
  description: nullable(Type.String({ maxLength: 1024 })),
});
const SeoInput = object('SeoInput', {
  title: Type.Optional(nullable(Type.String({ maxLength: 255 }))),
  description: Type.Optional(nullable(Type.String({ maxLength: 1024 }))),
});

const ProductOption = object(
  'ProductOption',
  {
    name: Type.String({ minLength: 1, maxLength: 64 }),
    values: Type.Array(Type.String({ minLength: 1, maxLength: 128 }), { maxItems: 250 }),
  },
  { description: 'What a shopper chooses: Size with S, M, L.' },
);

const SelectedOption = object('SelectedOption', {
  name: Type.String({ maxLength: 64 }),
  value: Type.String({ maxLength: 128 }),
});

export const Weight = object('Weight', {
  value: Type.Number({ minimum: 0 }),
  unit: Type.Enum(['g', 'kg', 'oz', 'lb']),
});

export const Dimensions = object('Dimensions', {
  length: Type.Number({ minimum: 0 }),
  width: Type.Number({ minimum: 0 }),
  height: Type.Number({ minimum: 0 }),
  unit: Type.Enum(['mm', 'cm', 'in']),
});

const ProductMedia = object(
  'ProductMedia',
  {
    mediaId: identifier('media', 'media file'),
    url: Type.String({ description: 'Path or absolute URL of the file.' }),
    alt: Type.String({ maxLength: 512, description: 'What the picture shows, for those who do not see it.' }),
    contentType: Type.String(),
    width: nullable(Type.Integer({ description: 'Pixels.' })),
    height: nullable(Type.Integer({ description: 'Pixels.' })),
  },
  { description: 'A picture or file of a product, in the order shown.' },
);
const ProductMediaInput = object('ProductMediaInput', {
  mediaId: identifier('media', 'media file'),
  alt: Type.Optional(
    Type.String({ maxLength: 512, description: "Replaces the media file's own text here." }),
  ),
});

export const BasePrice = object(
  'BasePrice',
  {
    id: identifier('price', 'price'),
    amount: minorUnits({ minimum: 0 }),
    currency: Currency,
    compareAtAmount: nullable(minorUnits({ minimum: 0 })),
    minimumQuantity: Type.Integer({ minimum: 1, description: 'The tier: applies from this quantity on.' }),
    includesTax: Type.Boolean(),
  },
  { description: "A variant's own price, used where no price list has one." },
);
export const BasePriceInput = object('BasePriceInput', {
  id: Type.Optional(identifier('price', 'price')),
  amount: minorUnits({ minimum: 0, maximum: 9_007_199_254_740_991 }),
  currency: Currency,
  compareAtAmount: Type.Optional(nullable(minorUnits({ minimum: 0 }))),
  minimumQuantity: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
  includesTax: Type.Optional(Type.Boolean({ description: "The store's setting unless given." })),
});

const Publication = object(
  'Publication',
  {
    channel: Type.String({ description: 'Key of the sales channel.' }),
    from: nullable(Timestamp),
    until: nullable(Timestamp),
  },
  { description: 'An active product is visible in the channel between these times; null is open-ended.' },
);
const PublicationInput = object('PublicationInput', {
  channel: Type.String(),
  from: Type.Optional(nullable(Timestamp)),
  until: Type.Optional(nullable(Timestamp)),
});

const Relation = object('RelatedProduct', {
  productId: identifier('prod', 'product'),
  kind: Type.Enum(['related', 'cross_sell', 'up_sell', 'accessory']),
});

const InventoryPolicy = Type.Enum(['track', 'backorder', 'untracked'], {
  description:
    '`track` sells what is available, `backorder` also what is not, `untracked` has no stock level.',
});

/** The schemas of products and variants for one store's configuration. */
export function productSchemas(config: StoreConfig) {
  const Variant = object(
    'Variant',
    {
      id: identifier('var', 'variant'),
      sku: nullable(Sku),
      barcode: nullable(Type.String({ maxLength: 64, description: 'GTIN, EAN, UPC or ISBN.' })),
      title: Type.String({ description: 'The option values: "M / Blue".' }),
      options: Type.Array(SelectedOption),
      attributes: attributesOutput('VariantAttributes', config, 'variant'),
      prices: Type.Array(BasePrice),
      cost: secretOnly(nullable(Money)),
      weight: nullable(Weight),
      dimensions: nullable(Dimensions),
      mediaIds: Type.Array(identifier('media', 'media file')),
      inventoryPolicy: InventoryPolicy,
      requiresShipping: Type.Boolean(),
      taxClass: nullable(Type.String({ maxLength: 64 })),
      price: Type.Optional(nullable(SelectedPrice)),
      availability: Type.Optional(Availability),
    },
    { description: 'What is sold: one combination of option values.' },
  );

  const Translation = object('ProductTranslation', {
    locale: Type.String(),
    title: nullable(Title),
    slug: nullable(Slug),
    description: nullable(Html),
    seo: Seo,
    attributes: attributesTranslation('ProductTranslationAttributes', config),
  });

  const Product = object(
    'Product',
    {
      ...resourceFields('prod', 'product'),
      productType: Type.String({ description: 'Key of the product type.' }),
      status: Type.Enum([...productStatuses]),
      title: Title,
      slug: Slug,
      description: Html,
      brand: nullable(Type.String({ maxLength: 255 })),
      seo: Seo,
      tags: Type.Array(Tag),
      attributes: attributesOutput('ProductAttributes', config, 'product'),
      translations: Type.Array(Translation),
      options: Type.Array(ProductOption),
      variantCount: Type.Integer(),
      variants: Type.Array(Variant, {
        description: 'The first 100; `variantCount` says how many there are.',
      }),
      media: Type.Array(ProductMedia),
      categoryIds: Type.Array(identifier('cat', 'category')),
      related: Type.Array(Relation),
      publications: Type.Array(Publication),
      externalId: nullable(ExternalId),
    },
    { description: 'A product with its variants.' },
  );

  const VariantInput = object('VariantInput', {
    id: Type.Optional(identifier('var', 'variant')),
    sku: Type.Optional(nullable(Sku)),
    barcode: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
    options: Type.Optional(Type.Array(SelectedOption, { maxItems: 5 })),
    attributes: Type.Optional(attributesInput('VariantAttributesInput', config, 'variant')),
    prices: Type.Optional(Type.Array(BasePriceInput, { maxItems: 200 })),
    cost: Type.Optional(nullable(Money)),
    weight: Type.Optional(nullable(Weight)),
    dimensions: Type.Optional(nullable(Dimensions)),
    mediaIds: Type.Optional(Type.Array(identifier('media', 'media file'), { maxItems: 50 })),
    inventoryPolicy: Type.Optional(InventoryPolicy),
    requiresShipping: Type.Optional(Type.Boolean()),
    taxClass: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
  });

  const TranslationInput = object('ProductTranslationInput', {
    locale: Type.String(),
    title: Type.Optional(nullable(Title)),
    slug: Type.Optional(nullable(Slug)),
    description: Type.Optional(nullable(Html)),
    seo: Type.Optional(SeoInput),
    attributes: Type.Optional(attributesTranslation('ProductTranslationAttributesInput', config)),
  });

  const changeable = {
    status: Type.Optional(Type.Enum([...productStatuses])),
    slug: Type.Optional(Slug),
    description: Type.Optional(Html),
    brand: Type.Optional(nullable(Type.String({ maxLength: 255 }))),
    seo: Type.Optional(SeoInput),
    tags: Type.Optional(Type.Array(Tag, { maxItems: 250 })),
    attributes: Type.Optional(attributesInput('ProductAttributesInput', config, 'product')),
    translations: Type.Optional(Type.Array(TranslationInput, { maxItems: 100 })),
    options: Type.Optional(Type.Array(ProductOption, { maxItems: 5 })),
    variants: Type.Optional(
      Type.Array(VariantInput, {
        maxItems: 2000,
        description: 'All of them: a variant left out is removed.',
      }),
    ),
    media: Type.Optional(Type.Array(ProductMediaInput, { maxItems: 250 })),
    categoryIds: Type.Optional(Type.Array(identifier('cat', 'category'), { maxItems: 50 })),
    related: Type.Optional(Type.Array(Relation, { maxItems: 100 })),
    publications: Type.Optional(Type.Array(PublicationInput, { maxItems: 100 })),
    externalId: Type.Optional(nullable(ExternalId)),
  };

  /** Without `slug`, one is made from the title; without `publications`, it is published in every channel. */
  const created = {
    id: Type.Optional(identifier('prod', 'product')),
    productType: Type.String({ description: 'Key of the product type.' }),
    title: Title,
    ...changeable,
  };
  const updated = { productType: Type.Optional(Type.String()), title: Type.Optional(Title), ...changeable };

  return {
    Variant,
    VariantInput,
    VariantPage: pageOf(Variant),
    Product,
    ProductPage: pageOf(Product),
    created,
    updated,
    /** One row of a bulk upsert. */
    ProductInput: object('ProductInput', created),
  };
}

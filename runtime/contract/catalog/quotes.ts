import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { identifier, nullable, object } from '../schema/primitives.ts';
import { Availability, SelectedPrice, selection } from '../schema/selection.ts';
import { catalogProblems } from './problems.ts';

const variantId = identifier('var', 'variant');

const QuoteRequest = object('VariantQuoteRequest', {
  variantId,
  quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
});

const QuotedVariant = object(
  'QuotedVariant',
  {
    productId: identifier('prod', 'product'),
    productType: Type.String(),
    title: Type.String({ description: "The product's title." }),
    slug: Type.String(),
    variantTitle: Type.String(),
    sku: nullable(Type.String()),
    imageUrl: nullable(Type.String({ description: "The variant's first picture, else the product's." })),
    weightGrams: Type.Number({ description: 'Of one unit; 0 where none is given.' }),
    requiresShipping: Type.Boolean(),
    taxClass: nullable(Type.String()),
    categoryIds: Type.Array(Type.String(), { description: 'Its categories and all above them.' }),
    collectionIds: Type.Array(Type.String()),
  },
  { description: 'What has to be known of a variant to sell it.' },
);

const VariantQuote = object(
  'VariantQuote',
  {
    variantId,
    quantity: Type.Integer(),
    status: Type.Enum(['sold', 'not_published', 'missing'], {
      description:
        '`missing` where there is no such variant; `not_published` where the channel does not show it now, and nothing is told of it.',
    }),
    variant: nullable(QuotedVariant),
    price: nullable(SelectedPrice),
    priceReason: Type.String({ description: 'Why this price wins, or why there is none.' }),
    availability: nullable(Availability),
  },
  { description: 'A variant at a quantity: what it is, what it costs, whether it is there.' },
);

export const quoteOperations = defineOperations({
  'catalog.variants.quote': {
    summary: 'Quote variants at their quantities',
    description:
      'Up to 500 variants of any products at once: the price that wins at each quantity and why, tax class, weight ' +
      'and availability. Without `channel`, the first one is taken.',
    http: 'POST /v1/variants/quote',
    graphql: 'query variantQuotes',
    scopes: ['catalog:read'],
    input: Type.Object({ variants: Type.Array(QuoteRequest, { minItems: 1, maxItems: 500 }), ...selection }),
    output: object('VariantQuotes', {
      quotes: Type.Array(VariantQuote, { description: 'One for each, in the order asked.' }),
    }),
    errors: [catalogProblems.unknownSetting],
    effect: 'read',
  },
});

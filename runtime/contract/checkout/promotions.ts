import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  identifier,
  Money,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { checkoutProblems } from './problems.ts';

const promotionId = identifier('promo', 'promotion');
const ids = (prefix: string, name: string) => Type.Array(identifier(prefix, name), { maxItems: 500 });
const keys = Type.Array(Type.String(), { maxItems: 100, description: 'Keys; empty is all.' });
const limit = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

const fields = {
  status: Type.Enum(['draft', 'active', 'archived']),
  code: nullable(
    Type.String({
      pattern: '^[\\p{L}\\p{N}_-]{1,64}$',
      description: 'What the shopper enters, in any case; null applies by itself.',
    }),
  ),
  percentage: nullable(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 100,
      description:
        'For `percentage`; for `buy_x_get_y`, what is off the units that are got, all unless given.',
    }),
  ),
  amounts: Type.Array(Money, { maxItems: 100, description: 'For `amount`: one a currency.' }),
  buyQuantity: nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
  getQuantity: nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
  productIds: ids('prod', 'product'),
  collectionIds: ids('coll', 'collection'),
  categoryIds: ids('cat', 'category'),
  channels: keys,
  customerGroups: keys,
  minimumSubtotals: Type.Array(Money, {
    maxItems: 100,
    description: 'One a currency; with any, it applies in these currencies only.',
  }),
  startsAt: nullable(Timestamp),
  endsAt: nullable(Timestamp),
  usageLimit: nullable(limit),
  usageLimitPerCustomer: nullable(limit),
  priority: Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'The highest goes first.' }),
  stacking: Type.Enum(['combinable', 'exclusive'], { description: '`exclusive` applies alone.' }),
};
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Kind = Type.Enum(['percentage', 'amount', 'buy_x_get_y', 'free_shipping']);

export const Promotion = object(
  'Promotion',
  { ...resourceFields('promo', 'promotion'), name: Name, kind: Kind, ...fields },
  {
    description:
      'Something off: with a code or by itself. It is about the lines of any product, collection or category that it ' +
      'names; about all where it names none.',
  },
);

const optional = {
  status: Type.Optional(fields.status),
  code: Type.Optional(fields.code),
  percentage: Type.Optional(fields.percentage),
  amounts: Type.Optional(fields.amounts),
  buyQuantity: Type.Optional(fields.buyQuantity),
  getQuantity: Type.Optional(fields.getQuantity),
  productIds: Type.Optional(fields.productIds),
  collectionIds: Type.Optional(fields.collectionIds),
  categoryIds: Type.Optional(fields.categoryIds),
  channels: Type.Optional(fields.channels),
  customerGroups: Type.Optional(fields.customerGroups),
  minimumSubtotals: Type.Optional(fields.minimumSubtotals),
  startsAt: Type.Optional(fields.startsAt),
  endsAt: Type.Optional(fields.endsAt),
  usageLimit: Type.Optional(fields.usageLimit),
  usageLimitPerCustomer: Type.Optional(fields.usageLimitPerCustomer),
  priority: Type.Optional(fields.priority),
  stacking: Type.Optional(fields.stacking),
};

const PromotionUses = object(
  'PromotionUses',
  { promotionId, total: Type.Integer(), byCustomer: Type.Integer({ description: 'By this customer.' }) },
  { description: 'How often a promotion was used.' },
);

export const promotionOperations = defineOperations({
  'checkout.promotions.list': {
    summary: 'List promotions, newest first',
    http: 'GET /v1/promotions',
    graphql: 'query promotions',
    scopes: ['promotions:read'],
    input: Type.Object({ status: Type.Optional(fields.status), pageSize, after }),
    output: pageOf(Promotion),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'checkout.promotions.get': {
    summary: 'Get a promotion',
    http: 'GET /v1/promotions/{promotionId}',
    graphql: 'query promotion',
    scopes: ['promotions:read'],
    input: Type.Object({ promotionId }),
    output: Promotion,
    errors: [problems.notFound],
    effect: 'read',
  },
  'checkout.promotions.create': {
    summary: 'Create a promotion',
    http: 'POST /v1/promotions',
    graphql: 'mutation createPromotion',
    scopes: ['promotions:write'],
    input: Type.Object({ id: Type.Optional(promotionId), name: Name, kind: Kind, ...optional }),
    output: Promotion,
    status: 201,
    errors: [problems.invalidInput, problems.alreadyExists, catalogProblems.unknownSetting],
    effect: 'write',
    example: {
      name: 'Ten percent off',
      kind: 'percentage',
      percentage: 10,
      code: 'WELCOME',
      status: 'active',
    },
  },
  'checkout.promotions.update': {
    summary: 'Change a promotion',
    http: 'PATCH /v1/promotions/{promotionId}',
    graphql: 'mutation updatePromotion',
    scopes: ['promotions:write'],
    input: Type.Object({ promotionId, name: Type.Optional(Name), ...optional }),
    output: Promotion,
    errors: [
      problems.notFound,
      problems.invalidInput,
      problems.alreadyExists,
      problems.versionConflict,
      catalogProblems.unknownSetting,
    ],
    effect: 'write',
  },
  'checkout.promotions.delete': {
    summary: 'Delete a promotion',
    http: 'DELETE /v1/promotions/{promotionId}',
    graphql: 'mutation deletePromotion',
    scopes: ['promotions:write'],
    input: Type.Object({ promotionId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict],
    effect: 'write',
  },
  'checkout.promotions.claimUse': {
    summary: 'Count a use of a promotion',
    description:
      'For orders that come from elsewhere; completing a cart counts by itself. The same `reference` counts once.',
    http: 'POST /v1/promotions/{promotionId}/uses',
    graphql: 'mutation claimPromotionUse',
    scopes: ['promotions:write'],
    input: Type.Object({
      promotionId,
      reference: Type.String({
        minLength: 1,
        maxLength: 128,
        description: 'What used it: a cart or an order.',
      }),
      customerId: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 128 }))),
    }),
    output: PromotionUses,
    errors: [problems.notFound, checkoutProblems.promotionUsedUp],
    effect: 'write',
  },
});

export const promotionResource = resource({ name: 'Promotion', schema: Promotion, relations: {} });

export const promotionEvents = [
  defineEvent({ type: 'promotion.created', summary: 'A promotion was created.', data: Promotion }),
  defineEvent({ type: 'promotion.updated', summary: 'A promotion was changed.', data: Promotion }),
  defineEvent({
    type: 'promotion.deleted',
    summary: 'A promotion was deleted.',
    data: object('PromotionDeleted', { id: promotionId }),
  }),
  // Of another family than the promotion itself, which is not changed by it.
  defineEvent({
    type: 'promotion_use.counted',
    summary: 'A use of a promotion was counted.',
    data: PromotionUses,
  }),
];

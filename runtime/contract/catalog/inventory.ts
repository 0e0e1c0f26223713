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
} from '../schema/primitives.ts';
import { catalogProblems } from './problems.ts';
import { Reservation } from './reservations.ts';

const locationId = identifier('loc', 'location');
const variantId = identifier('var', 'variant');

export const InventoryLevel = object(
  'InventoryLevel',
  {
    ...resourceFields('level', 'inventory level'),
    variantId,
    locationId,
    onHand: Type.Integer({ description: 'Units in the building.' }),
    reserved: Type.Integer({ description: 'Units held for carts and orders.' }),
    safetyStock: Type.Integer({ description: 'Units kept back.' }),
    available: Type.Integer({
      description: '`onHand` − `reserved` − `safetyStock`; negative when oversold.',
    }),
  },
  { description: 'Stock of a variant at a location.' },
);

const adjustmentReasons = [
  'received',
  'counted',
  'damaged',
  'lost',
  'returned',
  'shipped',
  'transferred',
  'correction',
  'imported',
] as const;

export const InventoryAdjustment = object(
  'InventoryAdjustment',
  {
    ...resourceFields('iadj', 'adjustment'),
    variantId,
    locationId,
    change: Type.Integer({ description: 'Units added, or taken away where negative.' }),
    onHandAfter: Type.Integer(),
    reason: Type.Enum([...adjustmentReasons]),
    note: nullable(Type.String({ maxLength: 1024 })),
    reference: nullable(
      Type.String({ maxLength: 255, description: 'Purchase order, return or reservation.' }),
    ),
    actor: Type.String({ description: 'Id of the key that asked.' }),
  },
  { description: 'One entry of the history of a stock level; never changed.' },
);

const LevelPage = pageOf(InventoryLevel);

const AdjustmentInput = object('InventoryAdjustmentInput', {
  variantId,
  locationId,
  change: Type.Optional(Type.Integer({ description: 'Units more, or less where negative.' })),
  onHand: Type.Optional(Type.Integer({ minimum: 0, description: 'Units counted.' })),
  safetyStock: Type.Optional(Type.Integer({ minimum: 0, description: 'Units to keep back.' })),
  reason: Type.Enum([...adjustmentReasons]),
  note: Type.Optional(nullable(Type.String({ maxLength: 1024 }))),
  reference: Type.Optional(nullable(Type.String({ maxLength: 255 }))),
});

const AdjustManyResult = object('InventoryBulkResult', {
  results: Type.Array(
    object('InventoryBulkRow', {
      index: Type.Integer({ description: 'Place of the row in the request, from 0.' }),
      outcome: Type.Enum(['adjusted', 'unchanged', 'refused']),
      level: nullable(InventoryLevel),
      problem: nullable(
        object('InventoryBulkProblem', {
          code: Type.String(),
          detail: Type.String(),
          errors: Type.Array(
            object('InventoryBulkFieldError', { pointer: Type.String(), message: Type.String() }),
          ),
        }),
      ),
    }),
    { description: 'One for each row, in the order sent.' },
  ),
});

export const inventoryOperations = defineOperations({
  'catalog.inventory.listLevels': {
    summary: 'List stock levels',
    description: 'Of a variant or of a location; one of the two is needed.',
    http: 'GET /v1/inventory/levels',
    graphql: 'query inventoryLevels',
    scopes: ['inventory:read'],
    input: Type.Object({
      variantId: Type.Optional(variantId),
      locationId: Type.Optional(locationId),
      pageSize,
      after,
    }),
    output: LevelPage,
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'catalog.inventory.adjust': {
    summary: 'Adjust stock',
    description: 'Gives either `change` (units more or less) or `onHand` (units counted), with a reason.',
    http: 'POST /v1/inventory/adjustments',
    graphql: 'mutation adjustInventory',
    scopes: ['inventory:write'],
    input: Type.Object({ ...AdjustmentInput.properties }),
    output: InventoryLevel,
    errors: [problems.invalidInput, catalogProblems.unknownReference],
    effect: 'write',
  },
  'catalog.inventory.adjustMany': {
    summary: 'Adjust the stock of many variants',
    description: 'Up to 1,000 adjustments. Each row succeeds or is refused by itself.',
    http: 'POST /v1/inventory/adjustments/bulk',
    graphql: 'mutation adjustManyInventories',
    scopes: ['inventory:write'],
    input: Type.Object({ adjustments: Type.Array(AdjustmentInput, { minItems: 1, maxItems: 1000 }) }),
    rows: 'adjustments',
    output: AdjustManyResult,
    errors: [problems.invalidInput],
    effect: 'write',
  },
  'catalog.inventory.listAdjustments': {
    summary: 'List the adjustments of a variant, newest first',
    http: 'GET /v1/inventory/adjustments',
    graphql: 'query inventoryAdjustments',
    scopes: ['inventory:read'],
    input: Type.Object({ variantId, pageSize, after }),
    output: pageOf(InventoryAdjustment),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
});

export const inventoryResources = [
  resource({
    name: 'InventoryLevel',
    schema: InventoryLevel,
    relations: {
      location: {
        kind: 'one',
        resource: 'Location',
        field: 'locationId',
        description: 'Where the stock is.',
      },
    },
  }),
  resource({ name: 'InventoryAdjustment', schema: InventoryAdjustment, relations: {} }),
  resource({ name: 'Reservation', schema: Reservation, relations: {} }),
];

export const inventoryEvents = [
  defineEvent({ type: 'inventory.adjusted', summary: 'Stock was adjusted.', data: InventoryAdjustment }),
  defineEvent({ type: 'inventory.reserved', summary: 'Stock was reserved.', data: Reservation }),
  defineEvent({
    type: 'inventory.committed',
    summary: 'A reservation was committed to an order.',
    data: Reservation,
  }),
  defineEvent({
    type: 'inventory.reservation_changed',
    summary: 'Units of a reservation were moved to another reservation or another location.',
    data: Reservation,
  }),
  defineEvent({ type: 'inventory.shipped', summary: 'Reserved stock was shipped.', data: Reservation }),
  defineEvent({
    type: 'inventory.released',
    summary: 'A reservation was released, or expired.',
    data: Reservation,
  }),
];

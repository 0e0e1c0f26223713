import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import type { ProblemDefinition } from '../problem.ts';
import { problems } from '../problems.ts';
import {
  after,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { catalogProblems } from './problems.ts';

const locationId = identifier('loc', 'location');
const variantId = identifier('var', 'variant');
const reservationId = identifier('resv', 'reservation');

export const Reservation = object(
  'Reservation',
  {
    ...resourceFields('resv', 'reservation'),
    variantId,
    quantity: Type.Integer({ minimum: 1 }),
    state: Type.Enum(['held', 'committed', 'shipped', 'released', 'expired']),
    allocations: Type.Array(object('ReservationAllocation', { locationId, quantity: Type.Integer() }), {
      description: 'Where the units are held.',
    }),
    backordered: Type.Integer({ description: 'Units promised beyond what was available.' }),
    expiresAt: nullable(Timestamp),
    reference: nullable(Type.String({ maxLength: 255, description: 'The cart or order.' })),
  },
  { description: 'Units of a variant set aside.' },
);

function reservationMove(
  verb: string,
  summary: string,
  description: string,
  errors: readonly ProblemDefinition[] = [],
) {
  return {
    summary,
    description,
    http: `POST /v1/inventory/reservations/{reservationId}/${verb}`,
    graphql: `mutation ${verb}Reservation`,
    scopes: ['inventory:write'],
    input: Type.Object({ reservationId }),
    output: Reservation,
    errors: [problems.notFound, catalogProblems.reservationState, ...errors],
    effect: 'write',
  } as const;
}

export const reservationOperations = defineOperations({
  'catalog.reservations.create': {
    summary: 'Reserve stock',
    description:
      'Holds units until `expiresAt`, drawing on locations of the channel by priority. All or nothing, unless the ' +
      'variant allows backorders.',
    http: 'POST /v1/inventory/reservations',
    graphql: 'mutation createReservation',
    scopes: ['inventory:write'],
    input: Type.Object({
      variantId,
      quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      channel: Type.Optional(Type.String()),
      expiresAt: Type.Optional(Timestamp),
      reference: Type.Optional(nullable(Type.String({ maxLength: 255 }))),
    }),
    output: Reservation,
    status: 201,
    errors: [problems.notFound, catalogProblems.outOfStock, catalogProblems.unknownSetting],
    effect: 'write',
  },
  'catalog.reservations.get': {
    summary: 'Get a reservation',
    http: 'GET /v1/inventory/reservations/{reservationId}',
    graphql: 'query reservation',
    scopes: ['inventory:read'],
    input: Type.Object({ reservationId }),
    output: Reservation,
    errors: [problems.notFound],
    effect: 'read',
  },
  'catalog.reservations.list': {
    summary: 'List the reservations of a variant, newest first',
    http: 'GET /v1/inventory/reservations',
    graphql: 'query reservations',
    scopes: ['inventory:read'],
    input: Type.Object({ variantId, pageSize, after }),
    output: pageOf(Reservation),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'catalog.reservations.commit': reservationMove(
    'commit',
    'Commit a reservation to an order',
    'It no longer expires.',
  ),
  'catalog.reservations.split': {
    summary: 'Take units out of a committed reservation',
    description:
      'Into a reservation of their own, so that they can be shipped or released by themselves; all of its units leave it ' +
      'as it is. With `locationId` they are held there, if so many can be sold from there.',
    http: 'POST /v1/inventory/reservations/{reservationId}/split',
    graphql: 'mutation splitReservation',
    scopes: ['inventory:write'],
    input: Type.Object({
      reservationId,
      quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      locationId: Type.Optional(locationId),
    }),
    output: Reservation,
    errors: [
      problems.notFound,
      problems.invalidInput,
      catalogProblems.reservationState,
      catalogProblems.outOfStock,
      catalogProblems.unknownReference,
    ],
    effect: 'write',
  },
  'catalog.reservations.ship': reservationMove(
    'ship',
    'Ship a committed reservation',
    'Units on hand fall by what was held. Refused while backordered units have not come in.',
    [catalogProblems.outOfStock],
  ),
  'catalog.reservations.release': reservationMove(
    'release',
    'Release a reservation',
    'The units are available again.',
  ),
});

import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  Country,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
} from '../schema/primitives.ts';
import { catalogProblems } from './problems.ts';

const locationId = identifier('loc', 'location');
const Name = Type.String({ minLength: 1, maxLength: 255 });
const Channels = Type.Array(Type.String(), {
  maxItems: 100,
  description: 'Keys of channels it serves; empty is all.',
});

export const Location = object(
  'Location',
  {
    ...resourceFields('loc', 'location'),
    name: Name,
    country: nullable(Country),
    channels: Channels,
    priority: Type.Integer({ description: 'Reservations draw on the highest first.' }),
    isActive: Type.Boolean(),
  },
  { description: 'A place that holds stock.' },
);

const locationChanges = {
  country: Type.Optional(nullable(Country)),
  channels: Type.Optional(Channels),
  priority: Type.Optional(Type.Integer()),
  isActive: Type.Optional(Type.Boolean()),
};

export const locationOperations = defineOperations({
  'catalog.locations.list': {
    summary: 'List locations',
    http: 'GET /v1/inventory/locations',
    graphql: 'query locations',
    scopes: ['inventory:read'],
    input: Type.Object({ pageSize, after }),
    output: pageOf(Location),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'catalog.locations.get': {
    summary: 'Get a location',
    http: 'GET /v1/inventory/locations/{locationId}',
    graphql: 'query location',
    scopes: ['inventory:read'],
    input: Type.Object({ locationId }),
    output: Location,
    errors: [problems.notFound],
    effect: 'read',
  },
  'catalog.locations.create': {
    summary: 'Create a location',
    http: 'POST /v1/inventory/locations',
    graphql: 'mutation createLocation',
    scopes: ['inventory:write'],
    input: Type.Object({ id: Type.Optional(locationId), name: Name, ...locationChanges }),
    output: Location,
    status: 201,
    errors: [problems.alreadyExists, catalogProblems.unknownSetting],
    effect: 'write',
    example: { name: 'Hamburg warehouse', country: 'DE' },
  },
  'catalog.locations.update': {
    summary: 'Change a location',
    http: 'PATCH /v1/inventory/locations/{locationId}',
    graphql: 'mutation updateLocation',
    scopes: ['inventory:write'],
    input: Type.Object({ locationId, name: Type.Optional(Name), ...locationChanges }),
    output: Location,
    errors: [problems.notFound, problems.versionConflict, catalogProblems.unknownSetting],
    effect: 'write',
  },
  'catalog.locations.delete': {
    summary: 'Delete a location',
    description: 'Refused while it holds stock: move the units first, or set `isActive` to false.',
    http: 'DELETE /v1/inventory/locations/{locationId}',
    graphql: 'mutation deleteLocation',
    scopes: ['inventory:write'],
    input: Type.Object({ locationId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, catalogProblems.locationInUse, problems.versionConflict],
    effect: 'write',
  },
});

export const locationResource = resource({ name: 'Location', schema: Location, relations: {} });

export const locationEvents = [
  defineEvent({ type: 'location.created', summary: 'A location was created.', data: Location }),
  defineEvent({ type: 'location.updated', summary: 'A location was changed.', data: Location }),
  defineEvent({
    type: 'location.deleted',
    summary: 'A location was deleted.',
    data: object('LocationDeleted', { id: locationId, name: Name }),
  }),
];

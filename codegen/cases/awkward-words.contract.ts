import Type from 'typebox';
import { nullable, object } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** Texts that end a comment, values with quotes, names that are no identifiers, words of the languages. */
const Thing = object('Thing', {
  'content-type': Type.String({ description: 'Ends a comment: */ and goes on.' }),
  class: Type.Enum(["it's", 'a "quote"', 'back\\slash', '']),
  level: Type.Enum([1, 2, 3]),
  matrix: Type.Array(Type.Array(Type.Enum(['x', 'y']))),
  labels: Type.Record(Type.String(), Type.String()),
  anything: Type.Unsafe<unknown>({ description: 'Any JSON.' }),
  either: nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  old: Type.Optional(Type.String({ deprecated: true })),
  wide: Type.Enum([
    'a value of some length',
    'another value of some length',
    'one more value of some length',
    'x',
  ]),
});

export default contractOf({
  'words.things.get': {
    summary: 'Get a thing',
    description: 'Two paragraphs.\n\nThe second, with `code` and a */ in it.',
    http: 'GET /v1/things/{class}/{options}',
    scopes: ['catalog:read'],
    input: Type.Object({ class: Type.String(), options: Type.String(), 'x-y': Type.Optional(Type.String()) }),
    output: Thing,
    errors: [],
    effect: 'read',
  },
  'words.things.delete': {
    summary: 'Delete everything',
    http: 'DELETE /v1/things',
    scopes: ['catalog:write'],
    input: Type.Object({}),
    output: Type.Null(),
    status: 204,
    errors: [],
    effect: 'write',
  },
});

import Type from 'typebox';
import { nullable, object, secretOnly } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** A property for secret keys two levels down: storefronts get types of their own, of all that lead to it. */
const Margin = object('Margin', { percent: Type.Number() });
const Part = object('Part', {
  name: Type.String(),
  cost: secretOnly(nullable(Type.Integer())),
  margin: secretOnly(Margin),
});
const Kit = object('Kit', { id: Type.String(), parts: Type.Array(Part) });

export default contractOf({
  'kits.kits.get': {
    summary: 'Get a kit',
    http: 'GET /v1/kits/{kitId}',
    scopes: ['catalog:read'],
    input: Type.Object({ kitId: Type.String() }),
    output: Kit,
    errors: [],
    effect: 'read',
  },
  'kits.kits.recalculate': {
    summary: 'Calculate the margins of a kit again',
    http: 'POST /v1/kits/{kitId}/margins',
    scopes: ['catalog:write'],
    input: Type.Object({ kitId: Type.String() }),
    output: Kit,
    errors: [],
    effect: 'write',
  },
});

import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Size = object('Size', { width: Type.Integer() });

/** A size is answered and sent: what is sent is a SizeDict. */
export default contractOf({
  'catalog.things.get': givenOperation({ output: object('SizeDict', { size: Size }) }),
  'catalog.things.create': givenOperation({
    http: 'POST /v1/things',
    input: Type.Object({ size: Size }),
    effect: 'write',
  }),
});

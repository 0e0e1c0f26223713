import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.things.get': givenOperation({ output: object('Union', { members: Type.Integer() }) }),
});

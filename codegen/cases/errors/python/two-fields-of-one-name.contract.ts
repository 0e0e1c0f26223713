import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.things.get': givenOperation({
    output: object('Thing', { 'care-label': Type.String(), careLabel: Type.String() }),
  }),
});

import Type from 'typebox';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.things.list': givenOperation({
    input: Type.Object({ pageSize: Type.Optional(Type.Integer()), page_size: Type.Optional(Type.Integer()) }),
  }),
});

import Type from 'typebox';
import { after, object, pageOf, pageSize } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { id: Type.String() });

export default contractOf({
  'catalog.things.list': givenOperation({ input: Type.Object({ pageSize, after }), output: pageOf(Thing) }),
  'catalog.things.all': givenOperation(),
});

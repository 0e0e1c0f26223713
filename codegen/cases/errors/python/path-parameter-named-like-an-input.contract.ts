import Type from 'typebox';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.things.list': givenOperation({
    http: 'GET /v1/things/{thingId}',
    input: Type.Object({ thingId: Type.String(), 'thing-id': Type.String() }),
  }),
});

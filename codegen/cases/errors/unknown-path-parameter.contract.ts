import { contractOf } from '../given-contract.ts';
import { givenOperation } from './given-operation.ts';

export default contractOf({
  'catalog.things.get': givenOperation({ http: 'GET /v1/things/{thingId}' }),
});

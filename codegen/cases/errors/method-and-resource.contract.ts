import { contractOf } from '../given-contract.ts';
import { givenOperation } from './given-operation.ts';

export default contractOf({
  'catalog.things': givenOperation(),
  'catalog.things.get': givenOperation(),
});

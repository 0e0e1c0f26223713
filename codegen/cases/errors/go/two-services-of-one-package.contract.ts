import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'priceLists.things.get': givenOperation(),
  'pricelists.things.list': givenOperation(),
});

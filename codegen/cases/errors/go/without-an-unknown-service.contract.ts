import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export const options = { without: ['billing'] };

export default contractOf({
  'catalog.things.get': givenOperation(),
  'orders.things.get': givenOperation(),
});

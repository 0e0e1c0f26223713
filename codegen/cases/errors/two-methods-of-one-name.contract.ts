import { contractOf } from '../given-contract.ts';
import { givenOperation } from './given-operation.ts';

export default contractOf({
  'settings.get': givenOperation(),
  'store.settings.get': givenOperation(),
});

import { contractOf } from '../given-contract.ts';
import { givenOperation } from './given-operation.ts';

export default contractOf({ 'catalog.Things.get-one': givenOperation() });

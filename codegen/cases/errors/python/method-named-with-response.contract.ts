import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({ 'catalog.things.withResponse': givenOperation() });

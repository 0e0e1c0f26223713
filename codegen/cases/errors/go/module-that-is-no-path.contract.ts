import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export const options = { goModule: 'Acme Shop' };

export default contractOf({ 'catalog.things.get': givenOperation() });

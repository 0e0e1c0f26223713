import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const connection = {
  code: 'connection',
  status: 409,
  title: 'There is no connection.',
  hint: 'Connect first.',
  kind: 'conflict',
} as const;

export default contractOf({ 'catalog.things.get': givenOperation({ errors: [connection] }) });

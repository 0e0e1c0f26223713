import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const field = {
  code: 'field',
  status: 409,
  title: 'The field is taken.',
  hint: 'Take another.',
  kind: 'conflict',
} as const;

export default contractOf({ 'catalog.things.get': givenOperation({ errors: [field] }) });

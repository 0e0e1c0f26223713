import { problems } from '../../../runtime/contract/problems.ts';
import { contractOf } from '../given-contract.ts';
import { givenOperation } from './given-operation.ts';

export default contractOf({
  'catalog.things.get': givenOperation({ errors: [{ ...problems.notFound, title: 'Nothing here.' }] }),
});

import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.giftCards.get': givenOperation(),
  'catalog.giftCARDS.get': givenOperation({ http: 'GET /v1/gift-cards' }),
});

import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({
  'catalog.things.priceList': givenOperation(),
  'catalog.things.priceLIST.get': givenOperation({ http: 'GET /v1/price-list' }),
});

import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { state: Type.Enum(['on-sale', 'on_sale']) });

export default contractOf({ 'catalog.things.get': givenOperation({ output: Thing }) });

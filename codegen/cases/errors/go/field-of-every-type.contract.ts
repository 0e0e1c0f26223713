import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { extraFields: Type.String() });

export default contractOf({ 'catalog.things.get': givenOperation({ output: Thing }) });

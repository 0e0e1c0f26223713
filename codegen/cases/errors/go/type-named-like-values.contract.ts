import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const State = object('ThingState', { name: Type.String() });
const Thing = object('Thing', { state: Type.Enum(['draft', 'live']), before: State });

export default contractOf({ 'catalog.things.get': givenOperation({ output: Thing }) });

import Type from 'typebox';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

/** Each belongs to its own service; as both mention the other's, both are in the package that is shared. */
const State = object('ThingState', { name: Type.String() });
const Thing = object('Thing', { state: Type.Enum(['draft', 'live']) });

export default contractOf({
  'catalog.things.get': givenOperation({ output: Thing }),
  'orders.states.get': givenOperation({ output: State }),
  'orders.things.get': givenOperation({ output: object('Ordered', { thing: Thing }) }),
  'catalog.states.get': givenOperation({ output: object('Named', { state: State }) }),
});

import Type from 'typebox';
import { defineEvent } from '../../../../runtime/contract/event.ts';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { id: Type.String() });

export default contractOf({ 'catalog.things.get': givenOperation({ output: Thing }) }, [
  defineEvent({ type: 'unknown.event', summary: 'Nobody knows.', data: Thing }),
]);

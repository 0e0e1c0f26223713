import Type from 'typebox';
import { defineEvent } from '../../../../runtime/contract/event.ts';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { id: Type.String() });

export default contractOf({ 'http.things.get': givenOperation({ output: Thing }) }, [
  defineEvent({ type: 'thing.sent', summary: 'A thing was sent.', data: Thing }),
]);

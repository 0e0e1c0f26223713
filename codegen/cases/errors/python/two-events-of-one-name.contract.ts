import Type from 'typebox';
import { defineEvent } from '../../../../runtime/contract/event.ts';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

const Thing = object('Thing', { id: Type.String() });

export default contractOf({ 'catalog.things.get': givenOperation({ output: Thing }) }, [
  defineEvent({ type: 'thing.sent_back', summary: 'A thing came back.', data: Thing }),
  defineEvent({ type: 'thing_sent.back', summary: 'A thing was sent back.', data: Thing }),
]);

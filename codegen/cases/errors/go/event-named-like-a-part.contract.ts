import Type from 'typebox';
import { defineEvent } from '../../../../runtime/contract/event.ts';
import { object } from '../../../../runtime/contract/schema/primitives.ts';
import { contractOf } from '../../given-contract.ts';
import { givenOperation } from '../given-operation.ts';

export default contractOf({ 'catalog.things.get': givenOperation() }, [
  defineEvent({
    type: 'unknown.event',
    summary: 'Something happened.',
    data: object('Something', { id: Type.String() }),
  }),
]);
